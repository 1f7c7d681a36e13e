package fr.parvis.kernel.web;

import fr.parvis.kernel.Viewer;

/** An entry of the agents' menu; a module that has a desk offers one as a bean, in {@code @Order}. */
public interface DeskEntry {

    String label();

    String href();

    /** How much waits behind the entry, as "12" or "99+"; empty when nothing is counted. */
    default String count(Viewer viewer) {
        return "";
    }

    /** Whether this person sees the entry. */
    boolean isFor(Viewer viewer);
}
