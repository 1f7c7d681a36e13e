package fr.parvis.partners.desk;

import fr.parvis.kernel.French;
import fr.parvis.partners.Partner;
import fr.parvis.partners.intake.Takeover.Estate;

/** What it means that a partner goes on with the cases of another. */
public record SuccessionPage(Partner successor, Partner former, Estate estate) {

    public String path() {
        return PartnersController.PATH + "/" + successor.slug();
    }

    public String cases() {
        return French.count(estate.cases(), "dossier suivi par les habitants", "dossiers suivis par les habitants");
    }

    public String handed() {
        return French.count(estate.handed(), "demande confiée par la ville", "demandes confiées par la ville");
    }

    public String accounts() {
        return French.count(estate.accounts(), "habitant lié", "habitants liés");
    }
}
