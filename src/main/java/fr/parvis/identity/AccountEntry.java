package fr.parvis.identity;

import fr.parvis.kernel.Viewer;

/** An entry of « Mon compte » for some people only; a module that has pages for them offers one as a bean. */
public interface AccountEntry {

    String label();

    String href();

    /** Whether this person sees the entry. */
    boolean isFor(Viewer viewer);
}
