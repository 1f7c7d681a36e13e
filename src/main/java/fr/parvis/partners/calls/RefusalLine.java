package fr.parvis.partners.calls;

import fr.parvis.kernel.French;

/**
 * A refusal, in words.
 *
 * @param detail what the partner was told, after the member that is wrong when there is one
 */
public record RefusalLine(String href, String at, String code, String detail) {

    /** One whose page lies under this path. */
    public static RefusalLine of(Refused refused, String path) {
        var where = refused.pointer().isEmpty() ? "" : refused.pointer() + French.NBSP + ": ";
        return new RefusalLine(
                path + "/refus/" + refused.id(),
                French.dateTime(refused.at()),
                refused.code(),
                where + refused.detail());
    }
}
