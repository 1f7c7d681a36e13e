package fr.parvis.kernel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A setting that stops the start; the message is one line of plain French for the person who set it. */
public class WrongSettingException extends RuntimeException {

    public WrongSettingException(String message) {
        super(message);
    }

    /** The wrong setting behind a failed start, which Spring wraps in failures of its own. */
    public static Optional<WrongSettingException> in(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof WrongSettingException wrong) {
                return Optional.of(wrong);
            }
        }
        return Optional.empty();
    }
}
