package fr.parvis.tracking.web;

import fr.parvis.kernel.French;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.TrackedItem;
import java.time.LocalDate;
import java.util.List;

/**
 * A page of everything that is done.
 *
 * @param number from 0
 */
public record DonePage(List<TrackedItem> done, int number, boolean more, LocalDate today) {

    static DonePage of(List<TrackedItem> found, int number, LocalDate today) {
        return new DonePage(found.stream().limit(Ledger.PAGE).toList(), number, found.size() > Ledger.PAGE, today);
    }

    public String endedOn(TrackedItem item) {
        return "terminée le" + French.NBSP + French.shortDate(French.day(item.changedAt()), today);
    }
}
