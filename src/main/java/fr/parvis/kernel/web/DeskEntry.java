package fr.parvis.kernel.web;

import fr.parvis.kernel.Viewer;

/** An entry of the agents' menu; a module that has a desk offers one as a bean, in {@code @Order}. */
public interface DeskEntry {

    String label();

    String href();

    /** Whether this person sees the entry. */
    boolean isFor(Viewer viewer);
}
