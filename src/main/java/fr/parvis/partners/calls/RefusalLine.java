package fr.parvis.partners.calls;

import fr.parvis.kernel.French;

/**
 * A refusal, in words.
 *
 * @param title why, what and of which case: "unknown-person · case.step · INS-1"
 * @param detail what the partner was told, after the member that is wrong when there is one; only that member when the
 *     words may quote what the line of a table says of somebody
 */
public record RefusalLine(String href, String title, String at, String detail) {

    /** One whose page lies under this path. */
    public static RefusalLine of(Refused refused, String path) {
        return new RefusalLine(
                path + "/refus/" + refused.id(),
                Payload.title(refused),
                French.dateTime(refused.at()),
                detail(refused));
    }

    private static String detail(Refused refused) {
        if (refused.isQuoting()) {
            return refused.pointer();
        }
        var where = refused.pointer().isEmpty() ? "" : refused.pointer() + French.NBSP + ": ";
        return where + refused.detail();
    }
}
