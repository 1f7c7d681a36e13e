package fr.parvis.applications;

/** What became of a picture that was sent as a logo. */
public enum LogoOutcome {
    KEPT,
    TOO_HEAVY,
    NOT_A_PICTURE
}
