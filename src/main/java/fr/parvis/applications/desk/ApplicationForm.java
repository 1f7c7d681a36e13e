package fr.parvis.applications.desk;

import fr.parvis.applications.Application;
import fr.parvis.applications.Application.Algorithm;
import fr.parvis.applications.Application.Protocol;
import fr.parvis.applications.Claim;
import fr.parvis.applications.WebAddress;
import fr.parvis.kernel.web.FormErrors;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the administrator types of an application; addresses one to a line. Nothing typed is null. */
public record ApplicationForm(
        @Nullable String name,
        @Nullable String purpose,
        @Nullable String contact,
        @Nullable String addresses,
        @Nullable String logoutAddresses,
        @Nullable String backChannel,
        @Nullable String keySet,
        @Nullable String algorithm,
        @Nullable List<String> claims,
        @Nullable String offline,
        @Nullable String protocol) {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_PURPOSE = 300;

    static ApplicationForm of(Application application) {
        return new ApplicationForm(
                application.name(),
                application.purpose(),
                application.contact(),
                String.join("\n", application.addresses()),
                String.join("\n", application.logoutAddresses()),
                application.backChannel() == null ? "" : application.backChannel(),
                application.keySet() == null ? "" : application.keySet(),
                application.algorithm().name(),
                application.claims().stream().map(Claim::name).toList(),
                application.offline() ? "oui" : "",
                application.protocol().name());
    }

    /** What was typed in a field, without the blanks around it. */
    public String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    public boolean mayKnow(Claim claim) {
        return claims != null && claims.contains(claim.name());
    }

    public boolean speaks(Protocol wanted) {
        return wanted.name().equals(text(protocol).isEmpty() ? Protocol.OPENID.name() : text(protocol));
    }

    /** The same for what its software speaks, which whoever types does not choose. */
    ApplicationForm speaking(Protocol spoken) {
        return new ApplicationForm(
                name,
                purpose,
                contact,
                addresses,
                logoutAddresses,
                backChannel,
                keySet,
                algorithm,
                claims,
                offline,
                spoken.name());
    }

    public boolean signs(Algorithm wanted) {
        return wanted.name().equals(text(algorithm).isEmpty() ? Algorithm.RS256.name() : text(algorithm));
    }

    FormErrors errors() {
        var errors = FormErrors.none();
        errors = length(errors, "name", text(name), LONGEST_NAME, "Écrivez le nom que les habitants connaissent");
        errors = length(errors, "purpose", text(purpose), LONGEST_PURPOSE, "Dites en une phrase à quoi elle sert");
        if (!text(contact).matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            errors = errors.and("contact", "Écrivez une adresse électronique, comme support@exemple.fr.");
        }
        if (lines(addresses).isEmpty() && !speaks(Protocol.API)) {
            errors = errors.and("addresses", "Écrivez au moins une adresse de retour.");
        }
        var asked = asked();
        errors = addresses(errors, "addresses", lines(asked.addresses));
        errors = addresses(errors, "logoutAddresses", lines(asked.logoutAddresses));
        errors = addresses(errors, "backChannel", lines(asked.backChannel));
        return addresses(errors, "keySet", lines(asked.keySet));
    }

    /** The same without what its software does not speak of: it may have been typed before the protocol changed. */
    private ApplicationForm asked() {
        return switch (spoken()) {
            case OPENID -> this;
            case CAS ->
                new ApplicationForm(name, purpose, contact, addresses, null, null, null, null, claims, null, protocol);
            case API ->
                new ApplicationForm(name, purpose, contact, null, null, null, keySet, null, null, null, protocol);
        };
    }

    private Protocol spoken() {
        return Stream.of(Protocol.values()).filter(this::speaks).findFirst().orElse(Protocol.OPENID);
    }

    /** The application as typed; only when there are no errors. */
    Application application(UUID id, String clientId, boolean suspended) {
        var asked = asked();
        return new Application(
                id,
                clientId,
                text(name),
                text(purpose),
                text(contact),
                spoken(),
                lines(asked.addresses),
                lines(asked.logoutAddresses),
                lines(asked.backChannel).stream().findFirst().orElse(null),
                asked.known(),
                lines(asked.keySet).stream().findFirst().orElse(null),
                asked.signs(Algorithm.ES256) ? Algorithm.ES256 : Algorithm.RS256,
                "oui".equals(asked.offline),
                suspended);
    }

    private Set<Claim> known() {
        var known = EnumSet.noneOf(Claim.class);
        Stream.of(Claim.values()).filter(this::mayKnow).forEach(known::add);
        return known;
    }

    private static FormErrors length(FormErrors errors, String field, String text, int longest, String wanted) {
        return text.isEmpty() || text.length() > longest
                ? errors.and(field, wanted + ", en " + longest + " caractères au plus.")
                : errors;
    }

    private static FormErrors addresses(FormErrors errors, String field, List<String> addresses) {
        var all = errors;
        for (var address : addresses) {
            var fault = WebAddress.fault(address);
            all = fault == null ? all : all.and(field, fault);
        }
        return all;
    }

    static List<String> lines(@Nullable String typed) {
        return typed == null
                ? List.of()
                : typed.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }
}
