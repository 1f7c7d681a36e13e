package fr.parvis.applications.desk;

import fr.parvis.applications.Application.Algorithm;
import fr.parvis.applications.Application.Protocol;
import fr.parvis.applications.Claim;
import fr.parvis.kernel.web.FormErrors;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One page of a registration.
 *
 * @param steps all the pages, this one among them
 */
public record StepPage(RegistrationStep step, List<RegistrationStep> steps, ApplicationForm form, FormErrors errors) {

    private static final String NOTHING = "rien";

    public StepPage {
        steps = List.copyOf(steps);
    }

    static StepPage of(RegistrationStep step, Registration registration, FormErrors errors) {
        return new StepPage(step, registration.steps(), registration.form(), errors);
    }

    /** Whether it is counted: how many pages there are depends on the answer to the first. */
    public boolean counted() {
        return step != RegistrationStep.PROTOCOL;
    }

    public int number() {
        return steps.indexOf(step);
    }

    public int total() {
        return steps.size() - 1;
    }

    public String path() {
        return path(step);
    }

    public String path(RegistrationStep of) {
        return RegistrationController.PATH + "/" + of.key();
    }

    /** The pages to look over before the end. */
    public List<RegistrationStep> answered() {
        return steps.stream()
                .filter(answered -> answered != RegistrationStep.REVIEW)
                .toList();
    }

    /** What was answered on a page, in words. */
    public String answer(RegistrationStep of) {
        return switch (of) {
            case PROTOCOL -> form.speaks(Protocol.CAS) ? "CAS 3" : "OpenID Connect";
            case ADDRESSES -> String.join(", ", ApplicationForm.lines(form.addresses()));
            case PROOF ->
                (form.text(form.keySet()).isEmpty() ? "un secret" : "ses clés, " + form.text(form.keySet()))
                        + ", nos réponses signées en "
                        + (form.signs(Algorithm.ES256) ? Algorithm.ES256 : Algorithm.RS256).name();
            case CLAIMS -> claims();
            case PEOPLE ->
                Stream.of(form.name(), form.purpose(), form.contact())
                        .map(form::text)
                        .collect(Collectors.joining(" · "));
            case REVIEW -> "";
        };
    }

    private String claims() {
        var known = Stream.of(Claim.values())
                .filter(form::mayKnow)
                .map(Claim::words)
                .collect(Collectors.joining(", "));
        return (known.isEmpty() ? NOTHING : known)
                + (!form.speaks(Protocol.CAS) && form.text(form.offline()).equals("oui")
                        ? ", aussi en l’absence de la personne"
                        : "");
    }
}
