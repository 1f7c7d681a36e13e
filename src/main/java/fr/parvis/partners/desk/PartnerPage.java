package fr.parvis.partners.desk;

import fr.parvis.kernel.French;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.partners.Partner;
import fr.parvis.partners.ShownOnce;
import fr.parvis.partners.calls.CallLine;
import fr.parvis.partners.calls.Health;
import fr.parvis.partners.calls.NewestEvents.Arrival;
import fr.parvis.partners.calls.RefusalLine;
import fr.parvis.partners.calls.Refusals.Reason;
import fr.parvis.partners.console.Engineer;
import fr.parvis.partners.intake.Takeover.Estate;
import fr.parvis.partners.webhooks.Backlog;
import java.util.List;

/**
 * A partner, as the town's team watches over it.
 *
 * @param shown secrets just given
 * @param told what became of what was just done; empty otherwise
 */
public record PartnerPage(
        Partner partner, Facts facts, Health health, Backlog backlog, Log log, List<ShownOnce> shown, String told) {

    public PartnerPage {
        shown = List.copyOf(shown);
    }

    /**
     * What it is.
     *
     * @param address of the town
     * @param keys whether it proves itself by keys of its own, without a secret
     * @param successor who goes on with its cases; empty when nobody does
     * @param others partners whose cases it could go on with
     * @param resyncAsked when it was asked to say where all its cases stand; empty when it was not
     */
    public record Facts(
            String address,
            String clientId,
            boolean keys,
            boolean sandbox,
            String successor,
            List<Partner> others,
            List<Engineer> engineers,
            String resyncAsked) {

        public Facts {
            others = List.copyOf(others);
            engineers = List.copyOf(engineers);
        }
    }

    /**
     * What happened.
     *
     * @param reasons for which all that was refused can be tried again together
     */
    public record Log(
            List<CallLine> calls,
            List<Arrival> events,
            List<Arrival> waiting,
            List<RefusalLine> refusals,
            List<Reason> reasons) {

        public Log {
            calls = List.copyOf(calls);
            events = List.copyOf(events);
            waiting = List.copyOf(waiting);
            refusals = List.copyOf(refusals);
            reasons = List.copyOf(reasons);
        }
    }

    public String path() {
        return PartnersController.PATH + "/" + partner.slug();
    }

    public String badge() {
        return PartnerView.badge(partner, health, backlog);
    }

    public String state() {
        return PartnerView.state(partner, health, backlog);
    }

    /** What it means that a partner goes on with the cases of another. */
    public record Succession(Partner successor, Partner former, Estate estate, FormErrors errors) {

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

        public String again() {
            return French.count(
                    estate.again(),
                    "habitant devra lier de nouveau un compte",
                    "habitants devront lier de nouveau un compte");
        }
    }
}
