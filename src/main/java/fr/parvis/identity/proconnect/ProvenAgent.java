package fr.parvis.identity.proconnect;

import com.nimbusds.jwt.JWTClaimsSet;
import fr.parvis.identity.openid.Proof;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;

/**
 * Somebody whom ProConnect proved.
 *
 * @param sub who it is, at one identity provider
 * @param siret the establishment they work for
 * @param roles as {@code agent_public_territorial}
 */
record ProvenAgent(String issuer, String sub, String name, String email, String siret, List<String> roles) {

    private static final String PUBLIC_AGENT = "agent_public";

    ProvenAgent {
        roles = List.copyOf(roles);
    }

    /** What the proof tells of the agent; empty when a claim is not of its type. */
    static Optional<ProvenAgent> read(Proof proof) {
        try {
            var claims = proof.claims();
            var roles = claims.getStringListClaim("roles");
            return Optional.of(new ProvenAgent(
                    proof.issuer(),
                    proof.sub(),
                    (text(claims, "given_name") + " " + text(claims, "usual_name")).strip(),
                    text(claims, "email"),
                    text(claims, "siret"),
                    roles == null ? List.of() : roles));
        } catch (ParseException malformed) {
            return Optional.empty();
        }
    }

    boolean isPublicAgent() {
        return roles.stream().anyMatch(role -> role.equals(PUBLIC_AGENT) || role.startsWith(PUBLIC_AGENT + "_"));
    }

    private static String text(JWTClaimsSet claims, String name) throws ParseException {
        var value = claims.getStringClaim(name);
        return value == null ? "" : value.strip();
    }

    @Override
    public String toString() {
        return "ProvenAgent";
    }
}
