package fr.parvis.demo.openid;

import com.nimbusds.jwt.JWTClaimsSet;
import fr.parvis.demo.openid.Grants.Grant;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;

/** The signed answers: id_token, and userinfo as a signed JWT; both spoilt as the current fault says. */
final class Tokens {

    private final String issuer;
    private final Rules rules;
    private final SigningKeys keys;
    private final Clock clock;

    Tokens(String issuer, Rules rules, SigningKeys keys, Clock clock) {
        this.issuer = issuer;
        this.rules = rules;
        this.keys = keys;
        this.clock = clock;
    }

    String idToken(Grant grant, Fault fault) {
        Instant now = clock.instant();
        var issued = fault == Fault.EXPIRED ? now.minusSeconds(600) : now;
        var claims = new JWTClaimsSet.Builder()
                .issuer(fault == Fault.OTHER_ISSUER ? "https://ailleurs.example/api/v2" : issuer)
                .subject(grant.subject().sub(rules.client().clientId()))
                .audience(
                        fault == Fault.OTHER_AUDIENCE
                                ? "un-autre-service"
                                : rules.client().clientId())
                .issueTime(Date.from(issued))
                .expirationTime(Date.from(issued.plus(Grants.TOKEN_LIFE)))
                .claim("nonce", fault == Fault.WRONG_NONCE ? "un-autre-nonce-de-22-signes" : grant.nonce())
                .claim("acr", fault == Fault.LOW_LEVEL ? "eidas0" : rules.level())
                .build();
        return switch (fault) {
            case UNSIGNED -> keys.leaveUnsigned(claims);
            case SHARED_SECRET -> keys.signWithSecret(claims, sharedSecret());
            case UNKNOWN_KEY -> keys.signWithUnknownKey(claims);
            default -> keys.sign(claims);
        };
    }

    JWTClaimsSet userInfo(Grant grant, Fault fault) {
        var subject = fault == Fault.OTHER_SUB ? rules.subjects().getLast() : grant.subject();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject.sub(rules.client().clientId()))
                .audience(
                        fault == Fault.OTHER_USERINFO_AUDIENCE
                                ? "un-autre-service"
                                : rules.client().clientId())
                .issueTime(Date.from(clock.instant()));
        subject.claims(grant.scopes()).forEach(claims::claim);
        return claims.build();
    }

    String userInfoToken(JWTClaimsSet claims, Fault fault) {
        return fault == Fault.UNSIGNED_USERINFO ? keys.leaveUnsigned(claims) : keys.sign(claims);
    }

    /** What both sides know: the client's secret, or else the key that everybody may read. */
    private String sharedSecret() {
        var secret = rules.client().clientSecret();
        return secret == null ? keys.published().toString() : secret;
    }
}
