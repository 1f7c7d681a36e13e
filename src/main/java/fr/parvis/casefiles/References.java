package fr.parvis.casefiles;

import fr.parvis.kernel.Reference;
import fr.parvis.kernel.web.NotFoundException;

/** References in addresses: one that cannot exist is a page that does not exist. */
public final class References {

    private References() {}

    public static Reference read(String text) {
        return Reference.parse(text).orElseThrow(NotFoundException::new);
    }
}
