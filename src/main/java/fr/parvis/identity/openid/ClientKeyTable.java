package fr.parvis.identity.openid;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import fr.parvis.kernel.Secrets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The town's own key as a row, sealed with a key that is not in the database; nodes share it. */
@Repository
class ClientKeyTable {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SealedKeys sealed;

    ClientKeyTable(JdbcClient jdbc, Clock clock, Secrets secrets) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.sealed = new SealedKeys(secrets, "identity/client");
    }

    /** Two nodes that make one at the same moment end up with the same. */
    JWK findOrMake() {
        return find().orElseGet(() -> {
            insert(SealedKeys.generate(JWSAlgorithm.ES256));
            return find().orElseThrow();
        });
    }

    private Optional<JWK> find() {
        return jdbc.sql("select kid, sealed from identity.client_key")
                .query((row, number) -> sealed.open(row.getString(1), row.getBytes(2)))
                .optional();
    }

    private void insert(JWK key) {
        jdbc.sql("""
                        insert into identity.client_key (kid, sealed, created_at) values (:kid, :sealed, :now)
                        on conflict do nothing
                        """)
                .param("kid", key.getKeyID())
                .param("sealed", sealed.close(key))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
