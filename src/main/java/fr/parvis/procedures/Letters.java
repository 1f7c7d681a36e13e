package fr.parvis.procedures;

import java.util.List;

/** The letters that carry a decision, in paragraphs; {@code {reference}}, {@code {date}} and {@code {applicant}} are filled in. */
public record Letters(Letter acceptance, Letter refusal) {

    /** A letter; the reasons of a refusal and the remedies are added by the program, never forgotten by a template. */
    public record Letter(String subject, List<String> paragraphs) {

        public Letter {
            paragraphs = List.copyOf(paragraphs);
        }
    }
}
