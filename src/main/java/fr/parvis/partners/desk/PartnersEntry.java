package fr.parvis.partners.desk;

import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.DeskEntry;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The administrator's menu entry. */
@Component
@Order(810)
class PartnersEntry implements DeskEntry {

    @Override
    public String label() {
        return "Partenaires";
    }

    @Override
    public String href() {
        return PartnersController.PATH;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return viewer.administrator();
    }
}
