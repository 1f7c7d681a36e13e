package fr.parvis.identity.scim;

import fr.parvis.identity.scim.protocol.Outcome;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what the directory says, one call after the other, so that what a call has compared still holds when it writes;
 * a call that is refused has changed nothing.
 */
@Component
class Writes {

    private static final long LOCK = 7_643_764L;

    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    Writes(TransactionTemplate transaction, JdbcClient jdbc) {
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    <T> Outcome<T> run(Supplier<Outcome<T>> work) {
        return transaction.execute(status -> {
            jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(rows -> {});
            var outcome = work.get();
            if (outcome instanceof Outcome.Refused<T>) {
                status.setRollbackOnly();
            }
            return outcome;
        });
    }
}
