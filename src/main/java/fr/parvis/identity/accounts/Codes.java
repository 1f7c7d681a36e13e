package fr.parvis.identity.accounts;

import fr.parvis.identity.accounts.Proof.Purpose;
import fr.parvis.identity.accounts.Throttle.Guard;
import fr.parvis.notifications.Notifications;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends codes that prove an address, and checks them. Whether the address has an account shows in the e-mail only, never
 * in the answer nor in the time it takes: in both cases a row is written and a message sent.
 */
@Service
public class Codes {

    /** What came of asking for a code. */
    public sealed interface Sending {

        /** A message is on its way; {@code proof} is for the browser to keep. */
        record Sent(UUID proof) implements Sending {}

        /** Too many were asked for; none before that moment. */
        record Wait(Instant until) implements Sending {}

        /** What was to be proven is used or forgotten: start again. */
        record Gone() implements Sending {}
    }

    private final Proofs proofs;
    private final Throttle throttle;
    private final Messages messages;
    private final Notifications notifications;
    private final TransactionTemplate transaction;

    Codes(
            Proofs proofs,
            Throttle throttle,
            Messages messages,
            Notifications notifications,
            TransactionTemplate transaction) {
        this.proofs = proofs;
        this.throttle = throttle;
        this.messages = messages;
        this.notifications = notifications;
        this.transaction = transaction;
    }

    /** Sends a code for this proof, asked from this computer. */
    public Sending send(Proof proof, String computer) {
        return ready(proof.email(), computer)
                .orElseGet(() -> transaction.execute(status -> {
                    var asked = proofs.ask(proof);
                    notifications.send(messages.code(proof, asked.code()));
                    return new Sending.Sent(asked.id());
                }));
    }

    /** Sends another code for the same proof; the former one is then good for nothing. */
    public Sending sendAgain(UUID id, Purpose purpose, String computer) {
        var proof = proofs.findEvenSpent(id, purpose);
        return proof.isEmpty()
                ? new Sending.Gone()
                : ready(proof.get().email(), computer)
                        .orElseGet(() -> transaction.execute(status -> {
                            proofs.renew(id, purpose)
                                    .ifPresent(asked -> notifications.send(messages.code(proof.get(), asked.code())));
                            return new Sending.Sent(id);
                        }));
    }

    /** The proof under way, until it is used or forgotten. */
    public Optional<Proof> pending(UUID id, Purpose purpose) {
        return proofs.findEvenSpent(id, purpose);
    }

    /** Whether its code can still be tried; otherwise a new one must be asked for. */
    public boolean canBeTried(UUID id, Purpose purpose) {
        return proofs.find(id, purpose).isPresent();
    }

    /** What the code proves, once only; empty when it is wrong, used, too old or tried too often. */
    public Optional<Proof> prove(UUID id, Purpose purpose, String typed, String computer) {
        var proven = proofs.prove(id, purpose, typed);
        proven.ifPresent(proof -> {
            throttle.clear(Guard.CODE_SENT, proof.email());
            throttle.forgive(Guard.COMPUTER, computer);
        });
        return proven;
    }

    private Optional<Sending> ready(String email, String computer) {
        return throttle.attempt(Guard.COMPUTER, computer)
                .or(() -> throttle.attempt(Guard.CODE_SENT, email))
                .map(Sending.Wait::new);
    }
}
