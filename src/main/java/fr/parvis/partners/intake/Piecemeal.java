package fr.parvis.partners.intake;

import fr.parvis.partners.contract.Fault;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes many things at once; only when the database refuses what is in them does it take them one by one, so that the
 * one that cannot be kept costs only itself.
 */
@Component
public class Piecemeal {

    /** Why something is refused that passed all that we know to ask of it. */
    public static final Fault NOT_KEPT = new Fault(
            "cannot-be-kept",
            "",
            "Notre base de données ne peut pas garder ceci : une valeur sort de ce qu’elle admet. Corrigez-le, ou écrivez à la ville.");

    private static final Logger LOG = LoggerFactory.getLogger(Piecemeal.class);

    private final TransactionTemplate attempt;

    Piecemeal(PlatformTransactionManager transactions) {
        this.attempt = new TransactionTemplate(transactions);
        attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * What became of each, in their order.
     *
     * @param all takes as many as it is given
     * @param otherwise answers for one that cannot be kept
     */
    public <T, R> List<R> take(List<T> many, Function<List<T>, List<R>> all, Function<T, R> otherwise) {
        try {
            return attempt(many, all);
        } catch (DataIntegrityViolationException refused) {
            LOG.warn("the database refuses one of {} at once: {}", many.size(), reason(refused));
            return many.stream().flatMap(one -> alone(one, all, otherwise)).toList();
        }
    }

    private <T, R> Stream<R> alone(T one, Function<List<T>, List<R>> all, Function<T, R> otherwise) {
        try {
            return attempt(List.of(one), all).stream();
        } catch (DataIntegrityViolationException refused) {
            return Stream.of(otherwise.apply(one));
        }
    }

    /** Without its words, which may quote what was sent. */
    private static String reason(DataIntegrityViolationException refused) {
        return refused.getMostSpecificCause() instanceof SQLException cause ? cause.getSQLState() : "unknown";
    }

    private <T, R> List<R> attempt(List<T> some, Function<List<T>, List<R>> all) {
        return Objects.requireNonNull(attempt.execute(status -> all.apply(some)));
    }
}
