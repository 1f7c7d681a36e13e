package fr.parvis.tracking;

import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import org.springframework.web.servlet.ModelAndView;

/** The page of one kind of tracked items; the module whose kind it is offers it as a bean. */
public interface FollowedKind {

    /** As in {@link TrackedItem#kind()}. */
    String kind();

    /** The page of an item, for its owner; to everybody else it does not exist. */
    ModelAndView show(Reference reference, Viewer viewer);
}
