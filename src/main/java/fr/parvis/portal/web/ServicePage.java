package fr.parvis.portal.web;

import fr.parvis.kernel.French;
import fr.parvis.organisation.Unit;
import fr.parvis.portal.Category;
import fr.parvis.portal.Sheet;
import fr.parvis.procedures.LegalRegime.Silence;
import fr.parvis.procedures.ServiceSheet;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sheet of a service.
 *
 * @param steps what happens after sending, in the resident's words; empty when it is not online
 */
public record ServicePage(Sheet sheet, Category category, Unit unit, String usualDelay, List<StepLine> steps) {

    /** A step and who does it, within how many days the town means to. */
    public record StepLine(String label, String unit, int targetDays) {

        public String when() {
            return unit + ", sous " + French.days(targetDays) + " en principe";
        }
    }

    public ServiceSheet service() {
        return sheet.service();
    }

    public String startHref() {
        return sheet.href() + "/commencer";
    }

    public String unitPhoneUri() {
        return French.phoneUri(unit.phone());
    }

    /** What the town's silence means, in plain French; null where it means nothing. */
    public @Nullable String silence() {
        var procedure = sheet.procedure();
        if (procedure == null || procedure.legal().silence() == Silence.NONE) {
            return null;
        }
        var months = procedure.legal().delay().toTotalMonths();
        var after = months > 0
                ? months + French.NBSP + "mois"
                : French.days(procedure.legal().delay().get(ChronoUnit.DAYS));
        return procedure.legal().silence() == Silence.ACCEPTANCE
                ? "Sans réponse de la ville au bout de " + after + ", votre demande est acceptée."
                : "Sans réponse de la ville au bout de " + after + ", votre demande est considérée comme refusée.";
    }
}
