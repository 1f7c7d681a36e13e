package fr.parvis.partners.desk;

import fr.parvis.applications.WebAddress;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.partners.Partner;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the administrator types of a partner.
 *
 * @param webhook where its program wants to be told what happens here; empty when it only tells
 * @param application id of an application that it has already; empty for one of its own
 * @param sandbox "oui" for a trial with invented people
 */
public record PartnerForm(
        @Nullable String name,
        @Nullable String slug,
        @Nullable String source,
        @Nullable String site,
        @Nullable String unit,
        @Nullable String contact,
        @Nullable String webhook,
        @Nullable String application,
        @Nullable String sandbox) {

    /** Under {@code /partenaires}, pages of ours have these names. */
    private static final Set<String> RESERVED = Set.of("guide", "invitation");

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_SOURCE = 200;

    static PartnerForm of(Partner partner) {
        return new PartnerForm(
                partner.name(),
                partner.slug(),
                partner.source(),
                partner.site().toString(),
                partner.unit(),
                partner.contact(),
                partner.webhook() == null ? "" : partner.webhook().toString(),
                "",
                "");
    }

    /** What was typed in a field, without the blanks around it. */
    public String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** The same under the short name that the partner has, which never changes. */
    PartnerForm under(String kept) {
        return new PartnerForm(name, kept, source, site, unit, contact, webhook, "", "");
    }

    public boolean onTrial() {
        return "oui".equals(sandbox);
    }

    FormErrors errors() {
        var errors = FormErrors.none();
        if (text(name).isEmpty() || text(name).length() > LONGEST_NAME) {
            errors = errors.and("name", "Écrivez le nom que les habitants connaissent, en 80 caractères au plus.");
        }
        if (!text(slug).matches("[a-z][a-z0-9-]{1,40}")) {
            errors = errors.and("slug", "Écrivez un nom court en minuscules, comme mediatheque.");
        } else if (RESERVED.contains(text(slug))) {
            errors = errors.and("slug", "Le portail a déjà une page à cette adresse. Choisissez un autre nom court.");
        }
        if (!text(source).matches("\\S{3," + LONGEST_SOURCE + "}")) {
            errors = errors.and(
                    "source",
                    "Écrivez la source de ses événements, sans espace, comme https://mediatheque.exemple.fr.");
        }
        var fault = WebAddress.fault(text(site));
        if (fault != null) {
            errors = errors.and("site", fault);
        }
        if (!text(webhook).isEmpty()) {
            fault = WebAddress.fault(text(webhook));
            errors = fault == null ? errors : errors.and("webhook", fault);
        }
        if (text(unit).isEmpty()) {
            errors = errors.and("unit", "Choisissez le service qui répond aux habitants.");
        }
        return text(contact).matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")
                ? errors
                : errors.and("contact", "Écrivez une adresse électronique, comme support@exemple.fr.");
    }

    /** The partner as typed; only when there are no errors. */
    Partner partner(UUID id, UUID ofApplication, boolean suspended) {
        return new Partner(
                id,
                text(slug),
                text(name),
                ofApplication,
                text(source),
                URI.create(text(site)),
                text(unit),
                text(contact),
                suspended,
                text(webhook).isEmpty() ? null : URI.create(text(webhook)));
    }
}
