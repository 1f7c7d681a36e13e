package fr.parvis.casefiles;

import fr.parvis.kernel.web.FormErrors;

/** What became of an agent's act. */
public sealed interface HandlingOutcome {

    record Done(CaseFile file) implements HandlingOutcome {}

    /**
     * Somebody else acted since the agent opened the case; nothing was changed.
     *
     * @param news who did what and when, in words
     */
    record Overtaken(CaseFile file, String news) implements HandlingOutcome {}

    /** The act lacks something; the errors say what, by field. */
    record Refused(CaseFile file, FormErrors errors) implements HandlingOutcome {}
}
