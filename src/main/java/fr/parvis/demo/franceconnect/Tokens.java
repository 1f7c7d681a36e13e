package fr.parvis.demo.franceconnect;

import com.nimbusds.jwt.JWTClaimsSet;
import fr.parvis.demo.franceconnect.Grants.Grant;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;

/** The signed answers: id_token, and userinfo as a signed JWT; both spoilt as the current fault says. */
final class Tokens {

    private final String issuer;
    private final Client client;
    private final SigningKeys keys;
    private final Clock clock;

    Tokens(String issuer, Client client, SigningKeys keys, Clock clock) {
        this.issuer = issuer;
        this.client = client;
        this.keys = keys;
        this.clock = clock;
    }

    /** The one service that is registered. */
    record Client(String id, String secret) {}

    String idToken(Grant grant, Fault fault) {
        Instant now = clock.instant();
        var issued = fault == Fault.EXPIRED ? now.minusSeconds(600) : now;
        var claims = new JWTClaimsSet.Builder()
                .issuer(fault == Fault.OTHER_ISSUER ? "https://ailleurs.example/api/v2" : issuer)
                .subject(grant.citizen().sub(client.id()))
                .audience(fault == Fault.OTHER_AUDIENCE ? "un-autre-service" : client.id())
                .issueTime(Date.from(issued))
                .expirationTime(Date.from(issued.plus(Grants.TOKEN_LIFE)))
                .claim("nonce", fault == Fault.WRONG_NONCE ? "un-autre-nonce-de-22-signes" : grant.nonce())
                .claim("acr", fault == Fault.LOW_LEVEL ? "eidas0" : "eidas1")
                .build();
        return switch (fault) {
            case UNSIGNED -> keys.leaveUnsigned(claims);
            case SHARED_SECRET -> keys.signWithSecret(claims, client.secret());
            case UNKNOWN_KEY -> keys.signWithUnknownKey(claims);
            default -> keys.sign(claims);
        };
    }

    JWTClaimsSet userInfo(Grant grant, Fault fault) {
        var citizen = fault == Fault.OTHER_SUB ? Citizen.ALL.getLast() : grant.citizen();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(citizen.sub(client.id()))
                .audience(fault == Fault.OTHER_USERINFO_AUDIENCE ? "un-autre-service" : client.id())
                .issueTime(Date.from(clock.instant()));
        citizen.claims(grant.scopes()).forEach(claims::claim);
        return claims.build();
    }

    String signed(JWTClaimsSet claims) {
        return keys.sign(claims);
    }
}
