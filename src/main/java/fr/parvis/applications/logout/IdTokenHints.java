package fr.parvis.applications.logout;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jwt.SignedJWT;
import fr.parvis.applications.Application;
import fr.parvis.applications.Applications;
import fr.parvis.applications.signing.SigningKeys;
import java.text.ParseException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads id tokens of ours that come back; long expired ones too, for they only hint at a session. */
@Component
class IdTokenHints {

    private final SigningKeys keys;
    private final Applications applications;

    IdTokenHints(SigningKeys keys, Applications applications) {
        this.keys = keys;
        this.applications = applications;
    }

    /** What a token of ours says. */
    record Hint(Application application, String sub, String sid) {}

    /** None when it is not ours, or its key is no longer published. */
    Optional<Hint> read(String token) {
        try {
            var parsed = SignedJWT.parse(token);
            var key = keys.published().getKeyByKeyId(parsed.getHeader().getKeyID());
            if (!(key instanceof AsymmetricJWK asymmetric)
                    || !parsed.getHeader().getAlgorithm().equals(key.getAlgorithm())
                    || !parsed.verify(new DefaultJWSVerifierFactory()
                            .createJWSVerifier(parsed.getHeader(), asymmetric.toPublicKey()))) {
                return Optional.empty();
            }
            var claims = parsed.getJWTClaimsSet();
            var sid = claims.getStringClaim("sid");
            return claims.getAudience().stream()
                    .findFirst()
                    .flatMap(applications::byClientId)
                    .map(application -> new Hint(application, claims.getSubject(), sid));
        } catch (ParseException | JOSEException notOurs) {
            return Optional.empty();
        }
    }
}
