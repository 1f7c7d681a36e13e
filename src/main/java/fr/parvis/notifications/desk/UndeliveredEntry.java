package fr.parvis.notifications.desk;

import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.DeskEntry;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The administrator's menu entry. */
@Component
@Order(900)
class UndeliveredEntry implements DeskEntry {

    @Override
    public String label() {
        return "Courriels en échec";
    }

    @Override
    public String href() {
        return UndeliveredEmails.PATH;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return viewer.administrator();
    }
}
