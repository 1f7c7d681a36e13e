package fr.parvis.bench;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Sixteen clients who try wrong passwords one after the other, until it is closed. */
final class Flood implements AutoCloseable {

    private static final int CLIENTS = 16;

    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger tries = new AtomicInteger();

    private Flood(PasswordRun passwords) {
        for (int i = 0; i < CLIENTS; i++) {
            clients.submit(() -> {
                while (!over.get()) {
                    tryOne(passwords);
                }
            });
        }
    }

    static Flood of(PasswordRun passwords) {
        return new Flood(passwords);
    }

    int tries() {
        return tries.get();
    }

    @Override
    public void close() {
        over.set(true);
        clients.close();
    }

    private void tryOne(PasswordRun passwords) {
        try {
            int status = passwords.wrong();
            if (status != 422) {
                throw new IllegalStateException("a wrong password was answered " + status);
            }
            tries.incrementAndGet();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
