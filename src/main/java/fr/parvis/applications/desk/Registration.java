package fr.parvis.applications.desk;

import fr.parvis.applications.Application.Protocol;
import fr.parvis.kernel.web.FormErrors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An application that is being registered: what was typed on each page so far, by field. */
record Registration(Map<String, List<String>> typed) {

    static final Registration EMPTY = new Registration(Map.of());

    Registration {
        typed = Map.copyOf(typed);
    }

    /** With the answers of one page, those of others being left alone. */
    Registration with(RegistrationStep step, Map<String, String[]> parameters) {
        Map<String, List<String>> all = new HashMap<>(typed);
        for (var field : step.fields()) {
            all.put(field, List.of(parameters.getOrDefault(field, new String[0])));
        }
        return new Registration(all);
    }

    /** What was typed; programs that only call us are registered with a partner, not here. */
    ApplicationForm form() {
        var cas = one("protocol").equals(Protocol.CAS.name());
        var form = new ApplicationForm(
                one("name"),
                one("purpose"),
                one("contact"),
                one("addresses"),
                one("logoutAddresses"),
                one("backChannel"),
                one("keySet"),
                one("algorithm"),
                typed.getOrDefault("claims", List.of()),
                one("offline"),
                one("protocol"));
        return form.speaking(cas ? Protocol.CAS : Protocol.OPENID);
    }

    /** The pages to go through; older software proves nothing, and signs nothing. */
    List<RegistrationStep> steps() {
        boolean cas = form().speaks(Protocol.CAS);
        return Stream.of(RegistrationStep.values())
                .filter(step -> !(cas && step == RegistrationStep.PROOF))
                .toList();
    }

    RegistrationStep after(RegistrationStep step) {
        return steps().get(Math.min(steps().indexOf(step) + 1, steps().size() - 1));
    }

    RegistrationStep before(RegistrationStep step) {
        return steps().get(Math.max(steps().indexOf(step) - 1, 0));
    }

    /** What must be corrected on this page. */
    FormErrors errors(RegistrationStep step) {
        var errors = FormErrors.none();
        for (var error : form().errors().byField().entrySet()) {
            if (step.fields().contains(error.getKey())) {
                errors = errors.and(error.getKey(), error.getValue());
            }
        }
        return errors;
    }

    private String one(String field) {
        return String.join("\n", typed.getOrDefault(field, List.of()));
    }
}
