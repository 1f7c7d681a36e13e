package fr.parvis.partners.desk;

import fr.parvis.applications.Application;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.organisation.Unit;
import java.util.List;

/**
 * The form of a partner.
 *
 * @param fresh whether it is registered or changed
 * @param path where the form goes
 */
public record PartnerFormPage(
        PartnerForm form,
        FormErrors errors,
        List<Unit> units,
        List<Application> applications,
        boolean fresh,
        String path) {

    public PartnerFormPage {
        units = List.copyOf(units);
        applications = List.copyOf(applications);
    }
}
