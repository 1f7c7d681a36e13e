package fr.parvis.casefiles.desk;

import fr.parvis.casefiles.Act;
import fr.parvis.casefiles.References;
import fr.parvis.kernel.Viewer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an agent sends with an action; each action uses its own part. Kept whole so that a refused action comes back as
 * it was typed.
 *
 * @param version the case's version on the agent's screen
 * @param envoi which showing of a message's form this is
 */
public record ActForm(
        String reference,
        int version,
        String label,
        String hint,
        String due,
        String unit,
        String reasons,
        String text,
        String envoi) {

    private static final DateTimeFormatter FRENCH = DateTimeFormatter.ofPattern("d/M/yyyy", Locale.FRANCE);

    public ActForm(
            String reference,
            int version,
            @Nullable String label,
            @Nullable String hint,
            @Nullable String due,
            @Nullable String unit,
            @Nullable String reasons,
            @Nullable String text,
            @Nullable String envoi) {
        this.reference = reference;
        this.version = version;
        this.label = stripped(label);
        this.hint = stripped(hint);
        this.due = stripped(due);
        this.unit = stripped(unit);
        this.reasons = stripped(reasons);
        this.text = stripped(text);
        this.envoi = stripped(envoi);
    }

    static ActForm blank(String reference, int version) {
        return new ActForm(reference, version, null, null, null, null, null, null, null);
    }

    Act act(Viewer agent) {
        return new Act(References.read(reference), version, agent);
    }

    /** The date typed as 4/12/2026 or 2026-12-04; null when it is neither. */
    @Nullable
    LocalDate dueDate() {
        try {
            return due.contains("-") ? LocalDate.parse(due) : LocalDate.parse(due, FRENCH);
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }

    private static String stripped(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
