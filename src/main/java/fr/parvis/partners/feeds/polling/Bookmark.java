package fr.parvis.partners.feeds.polling;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a reading of a list has come.
 *
 * @param page the one to ask for
 * @param read how many pages were read before it
 * @param begun when the first of them was asked for
 * @param cursor up to where the list goes, by what they said; null when nobody said
 */
record Bookmark(URI page, int read, Instant begun, @Nullable String cursor) {

    /** This page was read; the one after it is next. */
    Bookmark after(ListPage finished, URI next) {
        return new Bookmark(next, read + 1, begun, cursorAfter(finished));
    }

    /** A page that says nothing of it, as an empty one may, changes nothing of what others said. */
    @Nullable
    String cursorAfter(ListPage finished) {
        return finished.cursor() == null ? cursor : finished.cursor();
    }
}
