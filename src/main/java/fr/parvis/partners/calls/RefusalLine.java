package fr.parvis.partners.calls;

import fr.parvis.kernel.French;

/**
 * A refusal, in words.
 *
 * @param title why, what and of which case: "unknown-person · case.step · INS-1"
 * @param detail what the partner was told, after the member that is wrong when there is one
 */
public record RefusalLine(String href, String title, String at, String detail) {

    /** One whose page lies under this path. */
    public static RefusalLine of(Refused refused, String path) {
        var where = refused.pointer().isEmpty() ? "" : refused.pointer() + French.NBSP + ": ";
        return new RefusalLine(
                path + "/refus/" + refused.id(),
                Payload.title(refused),
                French.dateTime(refused.at()),
                where + refused.detail());
    }
}
