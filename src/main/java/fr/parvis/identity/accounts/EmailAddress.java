package fr.parvis.identity.accounts;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address as a person typed it, without the spaces around. Only what is surely wrong is refused; whether it
 * works is proven by a code sent to it.
 */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;
    private static final Pattern SHAPE =
            Pattern.compile("[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

    /** Reads what was typed; empty when no e-mail could arrive there. */
    public static Optional<EmailAddress> parse(String typed) {
        var address = typed.strip();
        return address.length() <= LONGEST && SHAPE.matcher(address).matches()
                ? Optional.of(new EmailAddress(address))
                : Optional.empty();
    }

    /** As much of it as its holder needs to recognise it: the first letter, and where it is. */
    public String masked() {
        return value.charAt(0) + "…" + value.substring(value.lastIndexOf('@'));
    }

    /** Whether it is an address of the demonstration's invented people. */
    public boolean isInvented() {
        return value.toLowerCase(Locale.ROOT).endsWith("@parvis.example");
    }
}
