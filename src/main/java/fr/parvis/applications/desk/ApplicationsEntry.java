package fr.parvis.applications.desk;

import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.DeskEntry;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The administrator's menu entry. */
@Component
@Order(800)
class ApplicationsEntry implements DeskEntry {

    @Override
    public String label() {
        return "Applications";
    }

    @Override
    public String href() {
        return ApplicationsController.PATH;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return viewer.administrator();
    }
}
