package fr.parvis.identity.desk;

import fr.parvis.kernel.web.FormErrors;
import fr.parvis.organisation.Membership;
import fr.parvis.organisation.Membership.Function;
import fr.parvis.organisation.Organisation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place in a unit, as typed. */
public record PlaceForm(
        @Nullable String unit,
        @Nullable String function,
        @Nullable String quality) {

    private static final int LONGEST = 80;

    /** What was typed in a field, without the blanks around it. */
    public String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    public boolean leads() {
        return Function.HEAD_OF_UNIT.name().equals(function);
    }

    static PlaceForm empty() {
        return new PlaceForm("", "", "");
    }

    FormErrors errors(FormErrors before, Organisation organisation) {
        var errors = before;
        if (organisation.units().stream().noneMatch(one -> one.id().equals(text(unit)))) {
            errors = errors.and("unit", "Choisissez le service.");
        }
        if (text(quality).isEmpty() || text(quality).length() > LONGEST) {
            errors = errors.and(
                    "quality",
                    "Écrivez la qualité que portent les décisions, en 80 caractères au plus, comme Instructrice.");
        }
        return errors;
    }

    /** The place; only when there are no {@link #errors}. */
    Membership place(UUID account) {
        return new Membership(account, text(unit), leads() ? Function.HEAD_OF_UNIT : Function.AGENT, text(quality));
    }
}
