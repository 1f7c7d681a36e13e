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

    /**
     * The same agent had just done the same, by pressing twice; nothing more was changed.
     *
     * @param done what they did and when, in words
     */
    record Repeated(CaseFile file, String done) implements HandlingOutcome {}

    /** The act lacks something; the errors say what, by field. */
    record Refused(CaseFile file, FormErrors errors) implements HandlingOutcome {}
}
