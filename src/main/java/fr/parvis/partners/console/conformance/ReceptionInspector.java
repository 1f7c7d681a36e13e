package fr.parvis.partners.console.conformance;

import fr.parvis.kernel.French;
import fr.parvis.partners.Partner;
import fr.parvis.partners.console.conformance.ProbeTable.Reply;
import fr.parvis.partners.webhooks.GuardedPost;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Looks at how the partner's server received the messages that try it out. */
@Component
@Order(300)
class ReceptionInspector implements Inspector {

    static final String RECEPTION = "Réception des messages de la ville";
    static final String PROMPT = "Réponse dans les " + GuardedPost.PATIENCE.toSeconds() + " secondes";

    private final Probing probing;
    private final ProbeTable replies;

    ReceptionInspector(Probing probing, ProbeTable replies) {
        this.probing = probing;
        this.replies = replies;
    }

    @Override
    public List<Check> inspect(Partner partner, Run run, Instant until) {
        var came = replies.of(run.id());
        if (came.isEmpty()) {
            return probing.obstacle(partner)
                    .map(why -> List.of(Check.skipped(RECEPTION, why)))
                    .orElseGet(() -> List.of(Check.unseen(
                            RECEPTION,
                            "Pressez « Envoyer les messages d’essai » : six messages partent, sans effet.")));
        }
        return Stream.concat(
                        Arrays.stream(Probe.values()).map(probe -> check(probe, came)),
                        Stream.of(prompt(came.values())))
                .toList();
    }

    private static Check check(Probe probe, Map<Probe, Reply> came) {
        var reply = came.get(probe);
        return reply == null
                ? Check.unseen(probe.title(), "Envoyé, ou sur le point de l’être : regardez de nouveau.")
                : probe.judge(reply);
    }

    private static Check prompt(Collection<Reply> came) {
        var unanswered = came.stream().filter(reply -> reply.status() == null).findFirst();
        if (unanswered.isPresent()) {
            return Check.failed(
                    PROMPT,
                    "Un message est resté sans réponse : " + unanswered.get().words()
                            + ". À faire : gardez le message, répondez, travaillez ensuite.");
        }
        int slowest = came.stream().mapToInt(Reply::millis).max().orElse(0);
        return Check.passed(PROMPT, "La réponse la plus lente a pris " + slowest + French.NBSP + "ms.");
    }
}
