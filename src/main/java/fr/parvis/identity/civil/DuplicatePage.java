package fr.parvis.identity.civil;

import fr.parvis.identity.accounts.EmailAddress;
import fr.parvis.identity.civil.Candidates.Candidate;
import fr.parvis.kernel.French;
import fr.parvis.kernel.web.FormErrors;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody proven, and the accounts of that identity.
 *
 * @param facts what was proven, by its name on screen
 * @param reason as typed
 */
public record DuplicatePage(
        String path,
        String name,
        String reference,
        Map<String, String> facts,
        List<Line> lines,
        String reason,
        FormErrors errors) {

    public DuplicatePage {
        lines = List.copyOf(lines);
    }

    /**
     * One of the accounts.
     *
     * @param address masked: the administrator compares what the person says with it, and does not read it out
     * @param staff whether it opens the desk, which FranceConnect may not
     */
    public record Line(
            UUID account, String name, String address, String created, String used, String requests, boolean staff) {

        static Line of(Candidate candidate) {
            var account = candidate.account();
            return new Line(
                    account.id(),
                    account.firstName() + " " + account.lastName(),
                    new EmailAddress(account.email()).masked(),
                    French.date(candidate.createdAt()),
                    candidate
                            .usedAt()
                            .map(at -> "utilisé le " + French.dateTime(at))
                            .orElse("jamais utilisé depuis six mois"),
                    candidate.requests() == 0
                            ? "aucune demande en cours"
                            : French.count(candidate.requests(), "demande", "demandes") + " en cours",
                    account.staff());
        }
    }
}
