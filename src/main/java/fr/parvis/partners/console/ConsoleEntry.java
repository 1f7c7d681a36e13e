package fr.parvis.partners.console;

import fr.parvis.identity.AccountEntry;
import fr.parvis.kernel.Viewer;
import org.springframework.stereotype.Component;

/** The way of an engineer back to the console. */
@Component
class ConsoleEntry implements AccountEntry {

    private final Engineers engineers;

    ConsoleEntry(Engineers engineers) {
        this.engineers = engineers;
    }

    @Override
    public String label() {
        return "Ouvrir la console des partenaires";
    }

    @Override
    public String href() {
        return ConsoleController.PATH;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return !engineers.partners(viewer.account()).isEmpty();
    }
}
