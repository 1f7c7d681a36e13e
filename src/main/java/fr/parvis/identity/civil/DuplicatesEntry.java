package fr.parvis.identity.civil;

import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.DeskEntry;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The administrator's menu entry. */
@Component
@Order(720)
class DuplicatesEntry implements DeskEntry {

    private final Duplicates duplicates;

    DuplicatesEntry(Duplicates duplicates) {
        this.duplicates = duplicates;
    }

    @Override
    public String label() {
        return "Identités à rapprocher";
    }

    @Override
    public String href() {
        return DuplicatesController.PATH;
    }

    @Override
    public String count(Viewer viewer) {
        int waiting = duplicates.countWaiting();
        return waiting == 0 ? "" : String.valueOf(waiting);
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return viewer.administrator();
    }
}
