package fr.parvis.applications.trial;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import fr.parvis.applications.Application;
import fr.parvis.kernel.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/** What the vendor would keep between two messages: derived from the stand-in, which lives for one conversation. */
@Component
class PartSecrets {

    private final SecretKey key;

    PartSecrets(Secrets secrets) {
        this.key = secrets.key("applications/trial", "HmacSHA256");
    }

    /** A value that nobody else can guess, 43 characters that fit in an address. */
    String of(Application standIn, String use) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            var value = mac.doFinal((use + "/" + standIn.id()).getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }

    String challenge(Application standIn) {
        var verifier = new CodeVerifier(of(standIn, "verifier"));
        return CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue();
    }
}
