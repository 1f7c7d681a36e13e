package fr.parvis.identity.desk;

import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.DeskEntry;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The administrator's menu entry. */
@Component
@Order(700)
class ColleaguesEntry implements DeskEntry {

    @Override
    public String label() {
        return "Agents";
    }

    @Override
    public String href() {
        return ColleaguesController.PATH;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return viewer.administrator();
    }
}
