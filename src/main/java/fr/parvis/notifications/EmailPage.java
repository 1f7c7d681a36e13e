package fr.parvis.notifications;

import fr.parvis.kernel.Town;

/**
 * What the HTML form of a message shows.
 *
 * @param portal absolute address of the portal's first page
 */
public record EmailPage(Email email, Town town, String portal) {

    /** Colour of a step's dot, as on the site: done is green, now is blue, your turn is red. */
    public static String dot(Email.Block.Step step) {
        return switch (step.state()) {
            case "done" -> "#23643a";
            case "now" -> "#0b4d69";
            case "turn" -> "#8a2346";
            default -> "#ffffff";
        };
    }

    /** Colour of the ring around a step's dot. */
    public static String ring(Email.Block.Step step) {
        return step.state().isEmpty() ? "#857b6e" : dot(step);
    }

    /** The state in words, for colour alone says nothing to many. */
    public static String state(Email.Block.Step step) {
        return switch (step.state()) {
            case "done" -> "fait";
            case "now" -> "en cours";
            case "turn" -> "à vous";
            default -> "à venir";
        };
    }
}
