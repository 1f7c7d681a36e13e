package fr.parvis.casefiles;

import java.util.EnumSet;
import java.util.Set;

/** Where a case is in its life. */
public enum CaseStatus {
    IN_PROGRESS("En cours"),
    WAITING_RESIDENT("À compléter"),
    ACCEPTED("Acceptée"),
    REFUSED("Refusée"),
    WITHDRAWN("Retirée");

    private final String label;

    CaseStatus(String label) {
        this.label = label;
    }

    /** In the words of residents and agents. */
    public String label() {
        return label;
    }

    public boolean isOpen() {
        return this == IN_PROGRESS || this == WAITING_RESIDENT;
    }

    /** What may follow; nothing follows an end. */
    Set<CaseStatus> next() {
        return switch (this) {
            case IN_PROGRESS -> EnumSet.of(IN_PROGRESS, WAITING_RESIDENT, ACCEPTED, REFUSED, WITHDRAWN);
            case WAITING_RESIDENT -> EnumSet.of(WAITING_RESIDENT, IN_PROGRESS, ACCEPTED, REFUSED, WITHDRAWN);
            case ACCEPTED, REFUSED, WITHDRAWN -> EnumSet.noneOf(CaseStatus.class);
        };
    }
}
