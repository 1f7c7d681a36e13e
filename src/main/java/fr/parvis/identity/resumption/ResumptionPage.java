package fr.parvis.identity.resumption;

import java.util.List;

/**
 * A form that could not be taken.
 *
 * @param sessionEnded whether the person must sign in again first; otherwise sending again is enough
 * @param action where it was sent
 * @param filesLost whether it held files, which cannot be kept
 */
public record ResumptionPage(boolean sessionEnded, String action, List<Field> fields, boolean filesLost) {

    /** One thing that was typed. */
    public record Field(String name, String value) {}
}
