package fr.parvis.procedures.loading;

import fr.parvis.kernel.WrongSettingException;

/** A procedure's document is wrong; the message names the file, the place in it and how to fix it. */
public class WrongProcedureException extends WrongSettingException {

    WrongProcedureException(String file, String place, String fix) {
        super(file + (place.isEmpty() ? "" : ", " + place) + "\u00a0: " + fix + ".");
    }
}
