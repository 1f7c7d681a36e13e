package fr.parvis.kernel.web.intake;

/** Characters that no honest text holds: the database takes no NUL, and a log must not be steered by the rest. */
public final class ControlCharacters {

    private static final int DELETE = 0x7f;

    private ControlCharacters() {}

    /** Whether there is one in a value that stands on one line. */
    public static boolean in(String text) {
        return text.chars().anyMatch(ControlCharacters::isControl);
    }

    /** Whether there is one besides tabs and ends of lines, which texts of several lines hold. */
    static boolean inLines(String text) {
        return text.chars()
                .anyMatch(character ->
                        isControl(character) && character != '\t' && character != '\r' && character != '\n');
    }

    private static boolean isControl(int character) {
        return character < ' ' || character == DELETE;
    }
}
