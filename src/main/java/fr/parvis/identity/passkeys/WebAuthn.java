package fr.parvis.identity.passkeys;

import static java.util.Objects.requireNonNull;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import fr.parvis.identity.passkeys.PasskeyTable.Credential;
import fr.parvis.kernel.Settings;
import fr.parvis.kernel.Token;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and checks what devices answer (Web Authentication level 3, sections 7.1 and 7.2). The person must have unlocked
 * the key: holding the device and opening it are two factors. Who made the device is not asked (attestation « none »).
 */
@Component
class WebAuthn {

    private static final Logger LOG = LoggerFactory.getLogger(WebAuthn.class);

    /** The algorithms that devices in use know, the preferred first. */
    static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            algorithm(COSEAlgorithmIdentifier.EdDSA),
            algorithm(COSEAlgorithmIdentifier.ES256),
            algorithm(COSEAlgorithmIdentifier.RS256));

    private static final boolean UNLOCKED = true;
    private static final boolean PRESENT = true;

    private final ObjectConverter json = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(json);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(json);
    private final URI portal;

    WebAuthn(Settings settings) {
        this.portal = settings.baseUrl();
    }

    /** The name that keys are bound to: they answer to no other site. */
    String relyingParty() {
        return portal.getHost();
    }

    /** A new key as a browser says it, not checked yet, and the challenge it says it answers. */
    record Made(RegistrationData data, Token challenge) {}

    /** A signature as a browser says it, not checked yet, the key it names, and the challenge it says it answers. */
    @SuppressWarnings("ArrayRecordComponent") // looked up, never compared
    record Signed(AuthenticationData data, byte[] credentialId, Token challenge) {}

    Optional<Made> readNew(String answer) {
        return whole(answer, "clientDataJSON", "attestationObject")
                .flatMap(whole -> parsed(() -> manager.parseRegistrationResponseJSON(whole)))
                .flatMap(data -> challenge(data.getCollectedClientData()).map(challenge -> new Made(data, challenge)));
    }

    Optional<Signed> read(String answer) {
        return whole(answer, "clientDataJSON", "authenticatorData", "signature")
                .flatMap(whole -> parsed(() -> manager.parseAuthenticationResponseJSON(whole)))
                .flatMap(data -> credentialId(data)
                        .flatMap(id -> challenge(data.getCollectedClientData())
                                .map(challenge -> new Signed(data, id, challenge))));
    }

    /** The new key, when everything about it is right. */
    Optional<Credential> check(Made made) {
        return tried(() -> {
            var checked = manager.verify(
                    made.data(), new RegistrationParameters(expected(made.challenge()), ALGORITHMS, UNLOCKED, PRESENT));
            var data = requireNonNull(checked.getAttestationObject()).getAuthenticatorData();
            var attested = requireNonNull(data.getAttestedCredentialData());
            return new Credential(
                    attested.getCredentialId(),
                    credentials.convert(attested),
                    data.isFlagBE(),
                    data.isFlagBS(),
                    data.getSignCount());
        });
    }

    /** What the device says of the key now, when its signature is right. */
    Optional<Credential> check(Signed signed, Credential known) {
        return tried(() -> {
            var record = new CredentialRecordImpl(
                    new NoneAttestationStatement(),
                    UNLOCKED,
                    known.backupEligible(),
                    known.backedUp(),
                    known.signCount(),
                    credentials.convert(known.attested()),
                    null,
                    null,
                    null,
                    Set.of());
            var parameters =
                    new AuthenticationParameters(expected(signed.challenge()), record, null, UNLOCKED, PRESENT);
            var data = requireNonNull(manager.verify(signed.data(), parameters).getAuthenticatorData());
            return new Credential(known.id(), known.attested(), data.isFlagBE(), data.isFlagBS(), data.getSignCount());
        });
    }

    private ServerProperty expected(Token challenge) {
        return ServerProperty.builder()
                .origin(new Origin(portal.toString()))
                .rpId(relyingParty())
                .challenge(new DefaultChallenge(challenge.value().getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    /** The challenge that was signed, as it was issued. */
    private static Optional<Token> challenge(@Nullable CollectedClientData signed) {
        return Optional.ofNullable(signed)
                .map(CollectedClientData::getChallenge)
                .map(challenge -> new Token(new String(challenge.getValue(), StandardCharsets.UTF_8)));
    }

    /** The answer, when it has the parts that the library takes for granted. */
    private static Optional<String> whole(String answer, String... parts) {
        try {
            var tree = JsonMapper.shared().readTree(answer);
            var response = tree.path("response");
            boolean whole = tree.path("rawId").isString()
                    && Stream.of(parts).allMatch(part -> response.path(part).isString());
            return whole ? Optional.of(answer) : Optional.empty();
        } catch (JacksonException notJson) {
            LOG.info("A passkey was refused: the answer is not JSON");
            return Optional.empty();
        }
    }

    /** Anything may be in an answer, and the parser throws whatever it stumbles on. */
    private static <T> Optional<T> parsed(Attempt<T> parser) {
        try {
            return Optional.of(parser.make());
        } catch (RuntimeException malformed) {
            LOG.info("A passkey was refused: {}", malformed.getMessage());
            return Optional.empty();
        }
    }

    /** The library’s annotation says that the bytes may be null, and means the array. */
    @SuppressWarnings("NullAway")
    private static Optional<byte[]> credentialId(AuthenticationData data) {
        return Optional.ofNullable(data.getCredentialId());
    }

    private interface Attempt<T> {
        T make();
    }

    private static <T> Optional<T> tried(Attempt<T> attempt) {
        try {
            return Optional.of(attempt.make());
        } catch (WebAuthnException refused) {
            LOG.info("A passkey was refused: {}", refused.getMessage());
            return Optional.empty();
        }
    }

    private static PublicKeyCredentialParameters algorithm(COSEAlgorithmIdentifier identifier) {
        return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, identifier);
    }
}
