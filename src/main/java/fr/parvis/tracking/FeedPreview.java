package fr.parvis.tracking;

import fr.parvis.tracking.LinkedServices.Board;
import java.util.UUID;
import org.springframework.web.servlet.ModelAndView;

/** "Mon fil" of somebody, for whomever the caller lets look at it: it shows the same, and nothing can be done there. */
public interface FeedPreview {

    /**
     * The page.
     *
     * @param board what linked services told of them, with addresses that lead somewhere for who looks
     * @param path where the page is shown; those of what is followed lie under it
     * @param back where who looks came from
     */
    ModelAndView of(UUID owner, String firstName, Board board, String path, String back);
}
