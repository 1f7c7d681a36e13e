package fr.parvis.applications.signing;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import fr.parvis.applications.Application.Algorithm;
import fr.parvis.identity.openid.SealedKeys;
import fr.parvis.kernel.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The keys as rows, sealed with a key that is not in the database. */
@Repository
class SigningKeyTable {

    /** How long a key is published before it signs: longer than clients keep the set. */
    static final Duration NOTICE = Duration.ofDays(1);

    /** How long a key is published after its successor signs: longer than any token of it lives. */
    private static final Duration AFTERWARDS = Duration.ofDays(2);

    private static final long LOCK = 7_282_001L;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SealedKeys sealed;

    SigningKeyTable(JdbcClient jdbc, Clock clock, Secrets secrets) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.sealed = new SealedKeys(secrets, "applications/signing");
    }

    /** A key, private part included. */
    record Key(JWK jwk, Algorithm algorithm, Instant signsFrom) {}

    /** The newest first. */
    List<Key> all() {
        return jdbc.sql(
                        "select kid, algorithm, sealed, signs_from from applications.signing_key order by signs_from desc")
                .query(this::key)
                .list();
    }

    /** Adds a key of each kind that signs after this notice; drops those long replaced. Two nodes add it once. */
    @Transactional
    void create(Duration notice) {
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(rows -> {});
        var from = clock.instant().plus(notice);
        boolean done = all().stream().anyMatch(key -> !key.signsFrom().isBefore(from.minus(NOTICE)));
        if (done) {
            return;
        }
        for (var algorithm : Algorithm.values()) {
            insert(SealedKeys.generate(JWSAlgorithm.parse(algorithm.name())), algorithm, from);
        }
        deleteReplaced();
    }

    /** When the newest key was made; the distant past when there is none. */
    Instant newest() {
        return all().stream().map(Key::signsFrom).findFirst().orElse(Instant.EPOCH);
    }

    private void deleteReplaced() {
        jdbc.sql("""
                        delete from applications.signing_key old where exists (
                            select from applications.signing_key newer
                            where newer.algorithm = old.algorithm and newer.signs_from > old.signs_from
                              and newer.signs_from < :before)
                        """)
                .param("before", clock.instant().minus(AFTERWARDS).atOffset(ZoneOffset.UTC))
                .update();
    }

    private void insert(JWK key, Algorithm algorithm, Instant from) {
        jdbc.sql("""
                        insert into applications.signing_key (kid, algorithm, sealed, signs_from, created_at)
                        values (:kid, :algorithm, :sealed, :from, :now)
                        """)
                .param("kid", key.getKeyID())
                .param("algorithm", algorithm.name())
                .param("sealed", sealed.close(key))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Key key(ResultSet row, int number) throws SQLException {
        return new Key(
                sealed.open(row.getString(1), row.getBytes(3)),
                Algorithm.valueOf(row.getString(2)),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }
}
