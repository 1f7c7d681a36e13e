package fr.parvis.organisation;

/** What a person is for the whole town; none opens a case, which only a place in its unit does. */
public enum Office {
    /** Runs the platform: people, applications, mail. */
    ADMINISTRATOR,
    /** Writes procedures. */
    DESIGNER,
    /** Délégué à la protection des données (RGPD, article 37). */
    DPO,
    /** Élu. */
    ELECTED
}
