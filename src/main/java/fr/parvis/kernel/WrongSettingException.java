package fr.parvis.kernel;

/** A setting that stops the start; the message is one line of plain French for the person who set it. */
public class WrongSettingException extends RuntimeException {

    public WrongSettingException(String message) {
        super(message);
    }
}
