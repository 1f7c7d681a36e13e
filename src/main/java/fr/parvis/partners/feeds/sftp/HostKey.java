package fr.parvis.partners.feeds.sftp;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import fr.parvis.identity.openid.SealedKeys;
import fr.parvis.kernel.Secrets;
import java.security.KeyPair;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The key (ecdsa-sha2-nistp256) by which clients know the town: a row, sealed with a key that is not in the database. It is
 * made once and shared by all nodes, for a client that meets another key does not go on.
 */
@Repository
class HostKey {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SealedKeys sealed;

    HostKey(JdbcClient jdbc, Clock clock, Secrets secrets) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.sealed = new SealedKeys(secrets, "partners/sftp");
    }

    /** Two nodes that make one at the same moment end up with the same. */
    KeyPair findOrMake() {
        var key = find().orElseGet(() -> {
            insert(SealedKeys.generate(JWSAlgorithm.ES256));
            return find().orElseThrow();
        });
        try {
            return key.toECKey().toKeyPair();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("the host key is not what was sealed", impossible);
        }
    }

    private Optional<JWK> find() {
        return jdbc.sql("select kid, sealed from partners.drop_host_key")
                .query((row, number) -> sealed.open(row.getString(1), row.getBytes(2)))
                .optional();
    }

    private void insert(JWK key) {
        jdbc.sql("""
            insert into partners.drop_host_key (kid, sealed, created_at) values (:kid, :sealed, :now)
            on conflict do nothing
            """)
                .param("kid", key.getKeyID())
                .param("sealed", sealed.close(key))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
