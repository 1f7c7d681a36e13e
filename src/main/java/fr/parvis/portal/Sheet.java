package fr.parvis.portal;

import fr.parvis.procedures.Procedure;
import fr.parvis.procedures.ServiceSheet;
import org.jspecify.annotations.Nullable;

/**
 * A service as the catalogue shows it.
 *
 * @param unit id of the unit that answers for it
 * @param procedure what people can start online; null when the service is given at the counter or by phone only
 */
public record Sheet(
        String slug,
        String title,
        String unit,
        ServiceSheet service,
        @Nullable Procedure procedure) {

    public String href() {
        return "/demarches/" + slug;
    }

    public boolean online() {
        return procedure != null;
    }
}
