package fr.parvis.partners.console.conformance;

import fr.parvis.partners.Partner;
import fr.parvis.partners.Partners;
import fr.parvis.partners.links.Sandboxes;
import fr.parvis.partners.signing.Signature;
import fr.parvis.partners.webhooks.TrialMessages;
import fr.parvis.partners.webhooks.TrialMessages.Trial;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** Sends a partner on trial the messages that try out its server, one after the other, while nobody waits. */
@Component
class Probing {

    private static final String TYPE = "fr.parvis.test.v1";
    private static final String UNKNOWN_TYPE = "fr.parvis.type-inconnu.v1";
    private static final Duration LONG_AGO = Signature.TOLERANCE.multipliedBy(2);
    private static final int KEY_BYTES = 32;

    private final Sandboxes sandboxes;
    private final Partners partners;
    private final TrialMessages messages;
    private final ProbeTable replies;
    private final RandomGenerator random;
    private final Clock clock;

    Probing(
            Sandboxes sandboxes,
            Partners partners,
            TrialMessages messages,
            ProbeTable replies,
            RandomGenerator random,
            Clock clock) {
        this.sandboxes = sandboxes;
        this.partners = partners;
        this.messages = messages;
        this.replies = replies;
        this.random = random;
        this.clock = clock;
    }

    /** Why a partner's server cannot be tried out; empty when it can. */
    Optional<String> obstacle(Partner partner) {
        if (partner.webhook() == null) {
            return Optional.of("Vous n’avez pas donné d’adresse à la ville : elle ne vous dit rien. C’est permis.");
        }
        if (partner.suspended()) {
            return Optional.of("La ville a suspendu la liaison : elle ne vous envoie rien.");
        }
        return sandboxes.contains(partner.id())
                ? Optional.empty()
                : Optional.of("Les messages d’essai ne partent que vers un partenaire en bac à sable.");
    }

    /** Begins to send them; what comes back is in the report as it comes. */
    void start(Partner partner, Run run) {
        var address = partner.webhook();
        if (address != null && run.underWay() && obstacle(partner).isEmpty()) {
            Thread.ofVirtual().name("probing").start(() -> send(address, partner.id(), run.id()));
        }
    }

    private void send(URI address, UUID partner, UUID run) {
        var key = partners.signingKeys(partner).getFirst();
        var first = UUID.randomUUID();
        for (var probe : Probe.values()) {
            var before = clock.instant();
            var answer = messages.send(address, trial(probe, key, first));
            replies.save(run, probe, answer, Duration.between(before, clock.instant()));
        }
    }

    private Trial trial(Probe probe, byte[] key, UUID first) {
        var now = clock.instant();
        return switch (probe) {
            case RIGHT, TWICE -> new Trial(first, TYPE, now, List.of(key));
            case ROTATED -> new Trial(UUID.randomUUID(), TYPE, now, List.of(otherKey(), key));
            case UNKNOWN -> new Trial(UUID.randomUUID(), UNKNOWN_TYPE, now, List.of(key));
            case FORGED -> new Trial(UUID.randomUUID(), TYPE, now, List.of(otherKey()));
            case STALE -> new Trial(UUID.randomUUID(), TYPE, now.minus(LONG_AGO), List.of(key));
        };
    }

    private byte[] otherKey() {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }
}
