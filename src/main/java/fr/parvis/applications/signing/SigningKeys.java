package fr.parvis.applications.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.parvis.applications.Application.Algorithm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The keys that sign, held in memory for a minute; those of every node come from the database. */
@Component
public class SigningKeys {

    private static final Duration HELD = Duration.ofMinutes(1);

    private final SigningKeyTable table;
    private final Clock clock;
    private final Map<String, JWSSigner> signers = new ConcurrentHashMap<>();
    private volatile Held held = new Held(Instant.EPOCH, List.of());

    SigningKeys(SigningKeyTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    private record Held(Instant since, List<SigningKeyTable.Key> keys) {}

    /** What clients may meet: the keys that sign, those that will, and those that did. */
    public JWKSet published() {
        return new JWKSet(keys().stream().map(key -> key.jwk().toPublicJWK()).toList());
    }

    /** Signs these claims as a compact JWS; the header says which kind of token it is. */
    public String sign(Algorithm algorithm, JOSEObjectType type, JWTClaimsSet claims) {
        try {
            var key = current(algorithm);
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.parse(algorithm.name()))
                            .keyID(key.getKeyID())
                            .type(type)
                            .build(),
                    claims);
            token.sign(signers.computeIfAbsent(key.getKeyID(), kid -> signer(key)));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("our own keys fit their algorithm", impossible);
        }
    }

    /** Replaces the keys that sign; the new ones wait until every client has had time to see them. */
    public void renew() {
        table.create(SigningKeyTable.NOTICE);
        held = new Held(Instant.EPOCH, List.of());
    }

    /** The newest that may sign; the oldest when none may yet, as when the clocks of two nodes differ a little. */
    private JWK current(Algorithm algorithm) {
        var now = clock.instant();
        var fitting =
                keys().stream().filter(key -> key.algorithm() == algorithm).toList();
        return fitting.stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .findFirst()
                .orElseGet(fitting::getLast)
                .jwk();
    }

    /** The newest first. */
    private List<SigningKeyTable.Key> keys() {
        var known = held;
        if (known.keys().isEmpty() || known.since().plus(HELD).isBefore(clock.instant())) {
            var read = table.all();
            if (read.isEmpty()) {
                table.create(Duration.ZERO);
                read = table.all();
            }
            known = new Held(clock.instant(), read);
            held = known;
        }
        return known.keys();
    }

    private static JWSSigner signer(JWK key) {
        try {
            return new DefaultJWSSignerFactory().createJWSSigner(key);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("our own keys can sign", impossible);
        }
    }
}
