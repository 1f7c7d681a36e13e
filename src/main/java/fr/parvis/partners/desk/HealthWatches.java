package fr.parvis.partners.desk;

import fr.parvis.kernel.French;
import fr.parvis.partners.Partner;
import fr.parvis.partners.calls.Health;
import fr.parvis.partners.desk.Watch.Alarm;
import fr.parvis.partners.feeds.polling.Poll;
import fr.parvis.partners.feeds.polling.Polls;
import fr.parvis.partners.feeds.polling.Progress;
import fr.parvis.partners.webhooks.Backlog;
import fr.parvis.partners.webhooks.Webhooks;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is watched of a partner: its silence, how much of it is refused, what it does not take and does not give. */
@Configuration(proxyBeanMethods = false)
class HealthWatches {

    private static final int FAILURES = 2;

    @Bean
    Watch silenceWatch() {
        return (partner, health) -> health.silent() ? Optional.of(silence(partner, health)) : Optional.empty();
    }

    @Bean
    Watch refusalWatch() {
        return (partner, health) -> health.refusing() ? Optional.of(refusals(partner, health)) : Optional.empty();
    }

    @Bean
    Watch deadLetterWatch(Webhooks webhooks) {
        return (partner, health) ->
                webhooks.dead(partner.id(), 1).isEmpty() ? Optional.empty() : Optional.of(undelivered(partner));
    }

    /** Once may be a restart of the partner's server. */
    @Bean
    Watch listWatch(Polls polls) {
        return (partner, health) -> polls.find(partner)
                .filter(Poll::active)
                .flatMap(poll -> polls.progress(partner))
                .filter(progress -> progress.failures() >= FAILURES)
                .map(progress -> unread(partner, progress));
    }

    private static Alarm unread(Partner partner, Progress progress) {
        return new Alarm(
                "UNREAD",
                partner.name() + French.NBSP + ": sa liste ne peut plus être lue",
                French.typeset("La liste que « " + partner.name() + " » publie n’a pas pu être lue, "
                        + progress.failures() + " fois de suite. La dernière fois : " + progress.fault()
                        + ". Les habitants voient ce qui était connu. Parvis réessaie de moins en moins souvent."));
    }

    /** Long before anything is given up. */
    @Bean
    Watch backlogWatch(Webhooks webhooks) {
        return (partner, health) -> {
            var backlog = webhooks.backlog(partner.id());
            return backlog.isLate() ? Optional.of(waiting(partner, backlog)) : Optional.empty();
        };
    }

    private static Alarm waiting(Partner partner, Backlog backlog) {
        return new Alarm(
                "WAITING",
                partner.name() + French.NBSP + ": des messages de la ville attendent",
                French.typeset("Le serveur de « " + partner.name() + " » ne prend pas ce que la ville a à lui dire : "
                        + backlog.number() + ", le plus ancien depuis " + backlog.since() + ". Prochain essai : "
                        + backlog.next() + "."));
    }

    private static Alarm undelivered(Partner partner) {
        return new Alarm(
                "UNDELIVERED",
                partner.name() + French.NBSP + ": des messages n’ont pas pu être remis",
                French.typeset("Le serveur de « " + partner.name()
                        + " » n’a pas pris ce que la ville avait à lui dire, malgré plusieurs jours d’essais."
                        + " Réparez-le, puis envoyez les messages de nouveau depuis sa page."));
    }

    private static Alarm silence(Partner partner, Health health) {
        return new Alarm(
                "SILENT",
                partner.name() + " ne dit plus rien",
                French.typeset("« " + partner.name() + " » n’a rien envoyé depuis " + health.silenceInWords()
                        + ". Son plus long silence habituel : " + health.usualInWords()
                        + ". Les habitants voient ce qui était connu, avec sa date."));
    }

    private static Alarm refusals(Partner partner, Health health) {
        return new Alarm(
                "REFUSALS",
                partner.name() + French.NBSP + ": beaucoup d’événements refusés",
                French.typeset(health.refusalRate() + " % de ce que « " + partner.name()
                        + " » a envoyé dans la dernière heure a été refusé : " + health.refusedLastHour()
                        + " événements. Chaque refus est expliqué sur sa page."));
    }
}
