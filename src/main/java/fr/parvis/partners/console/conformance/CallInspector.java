package fr.parvis.partners.console.conformance;

import fr.parvis.kernel.French;
import fr.parvis.partners.Partner;
import fr.parvis.partners.api.CallNote.Tally;
import fr.parvis.partners.calls.Call;
import fr.parvis.partners.calls.PartnerCalls;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Looks at the calls themselves: token, signature, the same event twice, speed. */
@Component
@Order(100)
class CallInspector implements Inspector {

    private static final String TOKEN = "Jeton d’accès obtenu et accepté";
    private static final String SIGNATURE = "Signature juste";
    private static final String OLD = "Vieille signature refusée";
    private static final String TWICE = "Le même événement deux fois ne compte qu’une fois";
    private static final String SPEED = "Envoi par lots";

    private static final int MOST = 10_000;
    private static final int BATCH = 100;
    private static final int SECOND = 1_000;
    private static final Set<String> UNSIGNED = Set.of("no-signature", "bad-signature");

    private final PartnerCalls calls;

    CallInspector(PartnerCalls calls) {
        this.calls = calls;
    }

    @Override
    public List<Check> inspect(Partner partner, Run run, Instant until) {
        var made = calls.between(partner.id(), run.startedAt(), until, MOST);
        return List.of(token(made), signature(made), oldSignature(made), twice(made), speed(made));
    }

    private static Check token(List<Call> made) {
        return made.isEmpty()
                ? Check.unseen(TOKEN, "Demandez un jeton à /oauth2/token, puis faites un premier appel avec lui.")
                : Check.passed(TOKEN, French.count(made.size(), "appel reconnu", "appels reconnus") + ".");
    }

    private static Check signature(List<Call> made) {
        if (read(made) > 0) {
            return Check.passed(SIGNATURE, French.count(read(made), "envoi signé lu", "envois signés lus") + ".");
        }
        long wrong = made.stream().filter(call -> UNSIGNED.contains(code(call))).count();
        return wrong == 0
                ? Check.unseen(SIGNATURE, "Envoyez un événement signé.")
                : Check.failed(
                        SIGNATURE,
                        French.count(wrong, "envoi", "envois") + " sans signature juste (" + code(last(made))
                                + ") : signez « webhook-id.webhook-timestamp.corps », octet pour octet.");
    }

    private static Check oldSignature(List<Call> made) {
        return made.stream().anyMatch(call -> "bad-clock".equals(code(call)))
                ? Check.passed(OLD, "Un envoi daté de plus de cinq minutes a reçu 401 bad-clock.")
                : Check.unseen(OLD, "Répétez une fois un envoi signé il y a dix minutes : il doit recevoir 401.");
    }

    private static Check twice(List<Call> made) {
        if (made.stream().anyMatch(call -> "id-reused".equals(code(call)))) {
            return Check.failed(TWICE, "Un identifiant a servi à deux événements différents (id-reused).");
        }
        int duplicates =
                made.stream().mapToInt(call -> call.tally().duplicate()).sum();
        return duplicates == 0
                ? Check.unseen(TWICE, "Renvoyez une fois un événement déjà accepté : la réponse doit dire duplicate.")
                : Check.passed(
                        TWICE,
                        French.count(
                                        duplicates,
                                        "événement déjà reçu a été reconnu",
                                        "événements déjà reçus ont été reconnus")
                                + ".");
    }

    private static Check speed(List<Call> made) {
        var batches = made.stream().filter(call -> events(call) >= BATCH).toList();
        if (batches.isEmpty()) {
            return Check.unseen(SPEED, "Envoyez un lot de " + BATCH + " événements ou plus.");
        }
        long events = batches.stream().mapToInt(CallInspector::events).sum();
        long millis = Math.max(1, batches.stream().mapToInt(Call::millis).sum());
        return Check.passed(
                SPEED,
                French.count(events, "événement", "événements") + " en " + French.count(batches.size(), "lot", "lots")
                        + " et " + French.number(millis) + " ms chez nous, soit "
                        + French.number(events * SECOND / millis) + " par seconde.");
    }

    private static long read(List<Call> made) {
        return made.stream().filter(call -> events(call) > 0).count();
    }

    private static int events(Call call) {
        Tally tally = call.tally();
        return tally.applied() + tally.duplicate() + tally.waiting() + tally.late() + tally.refused();
    }

    private static Call last(List<Call> made) {
        return made.getLast();
    }

    private static String code(Call call) {
        return call.code() == null ? "" : call.code();
    }
}
