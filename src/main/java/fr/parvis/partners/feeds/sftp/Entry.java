package fr.parvis.partners.feeds.sftp;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A line of a folder.
 *
 * @param mode kind and rights, as Unix writes them
 */
record Entry(String name, int mode, long size, Instant at) {

    private static final int FOLDER = 0_040_000;
    private static final int FILE = 0_100_000;
    private static final int READ_BY_ALL = 0_444;
    private static final int SEARCHED_BY_ALL = 0_555;
    private static final int WRITTEN_BY_OWNER = 0_200;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM dd HH:mm", Locale.ENGLISH);

    static Entry folder(String name, boolean written, Instant at) {
        return new Entry(name, FOLDER | SEARCHED_BY_ALL | (written ? WRITTEN_BY_OWNER : 0), 0, at);
    }

    static Entry dropped(String name, long size, Instant at) {
        return new Entry(name, FILE | READ_BY_ALL | WRITTEN_BY_OWNER, size, at);
    }

    static Entry receipt(String name, long size, Instant at) {
        return new Entry(name, FILE | READ_BY_ALL, size, at);
    }

    /** As {@code ls -l} writes it, which is what some clients read. */
    String line() {
        boolean folder = (mode & FOLDER) == FOLDER && (mode & FILE) == 0;
        boolean written = (mode & WRITTEN_BY_OWNER) != 0;
        var rights = (folder ? "dr" : "-r") + (written ? "w" : "-") + (folder ? "xr-xr-x" : "-r--r--");
        return "%s 1 partenaire ville %12d %s %s"
                .formatted(rights, size, DAY.format(at.atOffset(ZoneOffset.UTC)), name);
    }
}
