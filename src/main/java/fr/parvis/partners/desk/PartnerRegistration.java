package fr.parvis.partners.desk;

import fr.parvis.applications.Application;
import fr.parvis.applications.Application.Algorithm;
import fr.parvis.applications.Application.Protocol;
import fr.parvis.applications.Applications;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.organisation.Organisation;
import fr.parvis.partners.Partner;
import fr.parvis.partners.PartnerKeys;
import fr.parvis.partners.Partners;
import fr.parvis.partners.ShownOnce;
import fr.parvis.partners.calls.NewestEvents;
import fr.parvis.partners.links.Sandboxes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers a partner with what it proves itself as, and changes it. */
@Service
class PartnerRegistration {

    private final Partners partners;
    private final Applications applications;
    private final PartnerKeys keys;
    private final Sandboxes sandboxes;
    private final Organisation organisation;
    private final NewestEvents events;

    PartnerRegistration(
            Partners partners,
            Applications applications,
            PartnerKeys keys,
            Sandboxes sandboxes,
            Organisation organisation,
            NewestEvents events) {
        this.partners = partners;
        this.applications = applications;
        this.keys = keys;
        this.sandboxes = sandboxes;
        this.organisation = organisation;
        this.events = events;
    }

    /** A new partner, and its secrets to be shown once. */
    record Registered(Partner partner, List<ShownOnce> secrets) {}

    /** Applications that people enter a partner by, and that are no partner's yet. */
    List<Application> free() {
        return applications.speaking(Protocol.OPENID).stream()
                .filter(one -> partners.byApplication(one.id()).isEmpty())
                .toList();
    }

    /** What must be corrected; names that another partner has count. */
    FormErrors errors(PartnerForm form, @Nullable UUID changed) {
        var errors = form.errors();
        for (var other : partners.all()) {
            if (!other.id().equals(changed)) {
                errors = other.slug().equals(form.text(form.slug()))
                        ? errors.and("slug", "Un autre partenaire porte déjà ce nom court.")
                        : errors;
                errors = other.source().equals(form.text(form.source()))
                        ? errors.and("source", "Un autre partenaire a déjà cette source.")
                        : errors;
            }
        }
        if (changed != null && isAnotherSource(form, changed)) {
            errors = errors.and(
                    "source",
                    "Des événements sont déjà venus sous l’ancienne source : elle ne change plus. Enregistrez un autre"
                            + " partenaire, puis confiez-lui la suite.");
        }
        if (organisation.units().stream().noneMatch(unit -> unit.id().equals(form.text(form.unit())))) {
            errors = errors.and("unit", "Choisissez le service qui répond aux habitants.");
        }
        return form.text(form.application()).isEmpty() || chosen(form).isPresent()
                ? errors
                : errors.and("application", "Choisissez une application de la liste.");
    }

    /** With the id of an event, the source names it for ever. */
    private boolean isAnotherSource(PartnerForm form, UUID changed) {
        return partners.find(changed)
                        .filter(former -> !former.source().equals(form.text(form.source())))
                        .isPresent()
                && !events.newest(changed, 1).isEmpty();
    }

    @Transactional
    Registered register(PartnerForm form, Viewer by) {
        var existing = chosen(form);
        var application = existing.orElseGet(() -> ownApplication(form));
        var partner = form.partner(UUID.randomUUID(), application.id(), false);
        partners.save(partner);
        if (form.onTrial()) {
            sandboxes.add(partner.id());
        }
        keys.note(partner, "partenaire enregistré", by);
        List<ShownOnce> secrets = new ArrayList<>();
        if (existing.isEmpty()) {
            secrets.add(new ShownOnce("Secret", applications.renewSecret(application.id()), false));
        }
        secrets.add(new ShownOnce("Clé de signature", keys.firstSigningKey(partner), false));
        return new Registered(partner, secrets);
    }

    @Transactional
    void change(Partner former, PartnerForm form, Viewer by) {
        partners.save(form.partner(former.id(), former.application(), former.suspended()));
        keys.note(former, "partenaire modifié", by);
    }

    @Transactional
    void suspend(Partner former, String reason, Viewer by) {
        save(former, true);
        keys.note(former, "liaison suspendue («\u00a0" + reason + "\u00a0»)", by);
    }

    @Transactional
    void resume(Partner former, Viewer by) {
        save(former, false);
        keys.note(former, "liaison remise en service", by);
    }

    private void save(Partner former, boolean suspended) {
        partners.save(PartnerForm.of(former).partner(former.id(), former.application(), suspended));
    }

    private Optional<Application> chosen(PartnerForm form) {
        return free().stream()
                .filter(one -> one.id().toString().equals(form.text(form.application())))
                .findFirst();
    }

    private Application ownApplication(PartnerForm form) {
        var id = UUID.randomUUID();
        var own = new Application(
                id,
                "app-" + id,
                form.text(form.name()),
                "Suivre ce qui s’y passe.",
                form.text(form.contact()),
                Protocol.API,
                List.of(),
                List.of(),
                null,
                Set.of(),
                null,
                Algorithm.RS256,
                false,
                false);
        applications.save(own);
        return own;
    }
}
