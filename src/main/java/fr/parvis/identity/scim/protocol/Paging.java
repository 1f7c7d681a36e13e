package fr.parvis.identity.scim.protocol;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a long list is asked for (RFC 7644, section 3.4.2.4).
 *
 * @param start the first one, counted from 1
 */
public record Paging(int start, int count) {

    /** Also told by ServiceProviderConfig. */
    private static final int MOST = 200;

    private static final int USUAL = 100;

    public static Outcome<Paging> of(@Nullable String startIndex, @Nullable String count) {
        try {
            int start = startIndex == null ? 1 : Integer.parseInt(startIndex);
            int number = count == null ? USUAL : Integer.parseInt(count);
            return Outcome.done(new Paging(Math.max(1, start), Math.clamp(number, 0, MOST)));
        } catch (NumberFormatException notANumber) {
            return Outcome.refused(Refusal.value("startIndex et count doivent être des nombres entiers."));
        }
    }

    /** How many come before. */
    public int skipped() {
        return start - 1;
    }
}
