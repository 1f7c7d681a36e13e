package fr.parvis.partners.calls;

import fr.parvis.kernel.French;

/** A refusal, in words. */
public record RefusalLine(String href, String at, String code, String detail) {

    /** One whose page lies under this path. */
    public static RefusalLine of(Refused refused, String path) {
        return new RefusalLine(
                path + "/refus/" + refused.id(), French.dateTime(refused.at()), refused.code(), refused.detail());
    }
}
