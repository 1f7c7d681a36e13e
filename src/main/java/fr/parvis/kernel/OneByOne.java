package fr.parvis.kernel;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Work of the night on many items, one transaction each: an item that fails is told in the log and waits for the next
 * night; the others are done all the same.
 */
@Component
public class OneByOne {

    private static final Logger LOG = LoggerFactory.getLogger(OneByOne.class);

    private final TransactionTemplate transaction;

    OneByOne(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /**
     * Does the work on what {@code due} gives, batch after batch, until a batch holds nothing new.
     *
     * @param name what stands for an item in the log: nothing personal
     */
    public <T> void each(String work, Supplier<List<T>> due, Function<T, Object> name, Consumer<T> done) {
        Set<Object> tried = new HashSet<>();
        var progress = true;
        while (progress) {
            progress = false;
            for (var item : due.get()) {
                if (tried.add(name.apply(item))) {
                    progress = true;
                    attempt(work, name.apply(item), () -> done.accept(item));
                }
            }
        }
    }

    private void attempt(String work, Object name, Runnable action) {
        try {
            transaction.executeWithoutResult(status -> action.run());
        } catch (RuntimeException failure) {
            LOG.error("{}: {} left for the next night", work, name, failure);
        }
    }
}
