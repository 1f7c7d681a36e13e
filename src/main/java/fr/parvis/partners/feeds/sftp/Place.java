package fr.parvis.partners.feeds.sftp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Where a path leads. There are only these places: whatever a path says, it leads to one of them. */
sealed interface Place {

    String DEPOT = "depot";
    String RECEIPTS = "accuses";
    String RECEIPT_SUFFIX = ".accuse.csv";

    /** What a client sees when it comes. */
    record Root() implements Place {}

    /** Where files are dropped. */
    record Depot() implements Place {}

    /** Where acknowledgements are read. */
    record Receipts() implements Place {}

    /** A file that is dropped, or may be. */
    record Dropped(String name) implements Place {}

    /**
     * An acknowledgement.
     *
     * @param of the name of the file that it is about
     */
    record Receipt(String of) implements Place {}

    /** Nothing is there. */
    record Nowhere() implements Place {}

    static Place of(String path) {
        var names = List.copyOf(names(path));
        return switch (names.size()) {
            case 0 -> new Root();
            case 1 -> folder(names.getFirst());
            case 2 -> in(names.getFirst(), names.getLast());
            default -> new Nowhere();
        };
    }

    /** The path without detours, from the root. */
    static String canonical(String path) {
        return "/" + String.join("/", names(path));
    }

    private static Place folder(String name) {
        return switch (name) {
            case DEPOT -> new Depot();
            case RECEIPTS -> new Receipts();
            default -> new Nowhere();
        };
    }

    private static Place in(String folder, String name) {
        if (folder.equals(DEPOT)) {
            return new Dropped(name);
        }
        return folder.equals(RECEIPTS) && name.endsWith(RECEIPT_SUFFIX)
                ? new Receipt(name.substring(0, name.length() - RECEIPT_SUFFIX.length()))
                : new Nowhere();
    }

    private static Deque<String> names(String path) {
        Deque<String> names = new ArrayDeque<>();
        for (var name : path.split("/", -1)) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return names;
    }
}
