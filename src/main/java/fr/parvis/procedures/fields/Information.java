package fr.parvis.procedures.fields;

import java.util.List;

/** Something to read, without a question. */
public record Information(List<String> paragraphs) implements Kind {

    public Information {
        paragraphs = List.copyOf(paragraphs);
    }
}
