package fr.parvis.procedures;

import java.util.List;
import java.util.UUID;

/** The answers to a form, by field key; immutable, kept as JSON. */
public final class Answers {

    public static Answers empty() {
        throw new UnsupportedOperationException();
    }

    public static Answers parse(String json) {
        throw new UnsupportedOperationException();
    }

    public String toJson() {
        throw new UnsupportedOperationException();
    }

    /** The files given for a field, oldest first. */
    public List<FileAnswer> files(String field) {
        throw new UnsupportedOperationException();
    }

    /** Every file of every field. */
    public List<FileAnswer> files() {
        throw new UnsupportedOperationException();
    }

    public Answers withFile(String field, FileAnswer file) {
        throw new UnsupportedOperationException();
    }

    public Answers withoutFile(UUID file) {
        throw new UnsupportedOperationException();
    }
}
