package fr.parvis.identity.passkeys;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.parvis.identity.accounts.Account;
import fr.parvis.kernel.Token;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** What browsers are asked, in the JSON of Web Authentication level 3, sections 5.4 and 5.5; bytes are base64url. */
final class Options {

    private static final String KEY = "public-key";
    private static final String REQUIRED = "required";

    private Options() {}

    /** Asks for a new key ({@code PublicKeyCredentialCreationOptionsJSON}). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Creation(
            Party rp,
            User user,
            String challenge,
            List<Algorithm> pubKeyCredParams,
            List<Known> excludeCredentials,
            Selection authenticatorSelection,
            long timeout,
            String attestation) {}

    /** Asks for a signature by any key of this site ({@code PublicKeyCredentialRequestOptionsJSON}). */
    record Request(String challenge, String rpId, String userVerification, long timeout) {}

    record Party(String id, String name) {}

    record User(String id, String name, String displayName) {}

    record Algorithm(String type, long alg) {}

    record Known(String type, String id) {}

    record Selection(String residentKey, boolean requireResidentKey, String userVerification) {}

    static Creation creation(Account account, Party party, Token challenge, List<byte[]> known) {
        return new Creation(
                party,
                new User(encode(bytes(account.id())), account.email(), account.firstName() + " " + account.lastName()),
                encode(challenge),
                WebAuthn.ALGORITHMS.stream()
                        .map(algorithm -> new Algorithm(KEY, algorithm.getAlg().getValue()))
                        .toList(),
                known.stream().map(id -> new Known(KEY, encode(id))).toList(),
                new Selection(REQUIRED, true, REQUIRED),
                Challenges.GOOD_FOR.toMillis(),
                "none");
    }

    static Request request(String party, Token challenge) {
        return new Request(encode(challenge), party, REQUIRED, Challenges.GOOD_FOR.toMillis());
    }

    private static String encode(Token challenge) {
        return encode(challenge.value().getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
