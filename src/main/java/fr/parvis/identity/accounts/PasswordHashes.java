package fr.parvis.identity.accounts;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with the parameters of the OWASP Password Storage Cheat Sheet (19 MiB, 2 passes). At most two at once, on
 * threads of their own, so that a burst of sign-ins waits its turn instead of taking all the memory and processor. After
 * a wrong password, while others wait, a thread rests four times as long as it worked: a flood of wrong passwords takes
 * a fifth of the machine, whereas people who know theirs are not slowed down.
 */
@Component
public class PasswordHashes {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int AT_ONCE = 2;
    private static final int REST = 4;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, PASSES);

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("argon2-", 0).factory());

    /** The hash of no password, checked when there is no account so that the answer takes as long. */
    private final String nobody = argon2.encode("nobody has this password");

    public String hash(String password) {
        return inTurn(() -> argon2.encode(password), hash -> true);
    }

    public boolean matches(String password, String hash) {
        return inTurn(() -> argon2.matches(password, hash), right -> right);
    }

    /** Takes as long as {@link #matches} and is never right. */
    public void pretend(String password) {
        inTurn(() -> argon2.matches(password, nobody), right -> right);
    }

    private <T> T inTurn(Supplier<T> work, Predicate<T> right) {
        var answer = new CompletableFuture<T>();
        threads.execute(() -> {
            long began = System.nanoTime();
            try {
                var result = work.get();
                answer.complete(result);
                if (!right.test(result) && !threads.getQueue().isEmpty()) {
                    rest(System.nanoTime() - began);
                }
            } catch (RuntimeException failure) {
                answer.completeExceptionally(failure);
            }
        });
        return answer.join();
    }

    private static void rest(long worked) {
        try {
            Thread.sleep(Duration.ofNanos(worked * REST));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
