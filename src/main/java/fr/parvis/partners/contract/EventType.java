package fr.parvis.partners.contract;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What a partner may tell, under the names that stand in its events; the version is part of the name. */
public enum EventType {
    OPENED("fr.parvis.case.opened.v1"),
    STEP("fr.parvis.case.step.v1"),
    ACTION("fr.parvis.case.action-required.v1"),
    MESSAGE("fr.parvis.case.message.v1"),
    DOCUMENT("fr.parvis.case.document-ready.v1"),
    AMOUNT("fr.parvis.case.amount-due.v1"),
    BOOKING("fr.parvis.case.booking.v1"),
    DECIDED("fr.parvis.case.decided.v1"),
    CLOSED("fr.parvis.case.closed.v1"),
    WITHDRAWN("fr.parvis.case.withdrawn.v1"),
    /** Where a case stands, whole: what came before is overtaken by it. */
    STATE("fr.parvis.case.state.v1"),
    /** What a person has there, beside cases: replaces what was told before. */
    FACTS("fr.parvis.person.facts.v1");

    /** What an event of a type cannot be without. */
    enum Part {
        TITLE("title"),
        DETAIL("detail"),
        STEPS("steps"),
        TODO("todo"),
        DOCUMENT("document"),
        AMOUNT("amount"),
        BOOKING("booking"),
        DECISION("decision"),
        FACTS("facts");

        private final String member;

        Part(String member) {
            this.member = member;
        }

        /** Its name in the data of an event. */
        String member() {
            return member;
        }
    }

    private final String code;

    EventType(String code) {
        this.code = code;
    }

    /** The {@code type} attribute. */
    public String code() {
        return code;
    }

    /** Whether an unknown case may begin with it. */
    public boolean begins() {
        return this == OPENED || this == STATE;
    }

    /** Whether it is about a case rather than a person. */
    public boolean isOfCase() {
        return this != FACTS;
    }

    Set<Part> parts() {
        return switch (this) {
            case OPENED -> Set.of(Part.TITLE);
            case STEP -> Set.of(Part.STEPS);
            case ACTION -> Set.of(Part.TODO);
            case MESSAGE -> Set.of(Part.DETAIL);
            case DOCUMENT -> Set.of(Part.DOCUMENT);
            case AMOUNT -> Set.of(Part.AMOUNT);
            case BOOKING -> Set.of(Part.BOOKING);
            case DECIDED -> Set.of(Part.DECISION);
            case CLOSED, WITHDRAWN -> Set.of();
            case STATE -> Set.of(Part.TITLE, Part.STEPS);
            case FACTS -> Set.of(Part.FACTS);
        };
    }

    static Optional<EventType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }
}
