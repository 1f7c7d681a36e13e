package fr.parvis.identity.franceconnect;

import com.nimbusds.jwt.JWTClaimsSet;
import fr.parvis.identity.CivilIdentity;
import fr.parvis.identity.openid.Proof;
import fr.parvis.identity.openid.ProviderException;
import fr.parvis.identity.openid.ProviderException.Kind;
import java.text.ParseException;
import java.util.Set;

/** Reads who it is from verified claims; what FranceConnect promises is checked, for the portal builds on it. */
final class Claims {

    private static final String FRANCE = "99100";
    private static final Set<String> GENDERS = Set.of("male", "female", "unspecified");

    private Claims() {}

    static Arrival arrival(Proof proof) throws ProviderException {
        try {
            return read(proof);
        } catch (ParseException malformed) {
            throw new ProviderException(Kind.INVALID, "a claim is not text", malformed);
        }
    }

    private static Arrival read(Proof proof) throws ParseException, ProviderException {
        var claims = proof.claims();
        var identity = new CivilIdentity(
                text(claims, "given_name"),
                text(claims, "family_name"),
                text(claims, "preferred_username"),
                text(claims, "gender"),
                text(claims, "birthdate"),
                text(claims, "birthplace"),
                text(claims, "birthcountry"));
        check(identity);
        return new Arrival(proof.issuer(), proof.sub(), identity, text(claims, "email"), proof.idToken());
    }

    private static void check(CivilIdentity identity) throws ProviderException {
        var complete = !identity.givenNames().isBlank()
                && !identity.familyName().isBlank()
                && GENDERS.contains(identity.gender())
                && identity.birthdate().matches("\\d{4}-\\d{2}-\\d{2}")
                && identity.birthcountry().matches("\\d{5}")
                && (!identity.birthcountry().equals(FRANCE)
                        || identity.birthplace().matches("\\d[\\dAB]\\d{3}"));
        if (!complete) {
            throw new ProviderException(Kind.INVALID, "a pivot field is missing or malformed");
        }
    }

    private static String text(JWTClaimsSet claims, String name) throws ParseException {
        var value = claims.getStringClaim(name);
        return value == null ? "" : value.strip();
    }
}
