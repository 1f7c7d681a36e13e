package fr.parvis.kernel.web;

import fr.parvis.kernel.Town;
import fr.parvis.kernel.Viewer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page: the town, who is signed in, where we are, the forgery token of forms, and the address of
 * static files. Given to every template as {@code frame}.
 *
 * @param path the path of the request, to mark the current menu entry
 * @param csrfToken the token each form must send back
 * @param demo whether this is the demo town, which says so on each page
 * @param deskMenu the agents' menu; empty for residents
 */
public record Frame(
        Town town,
        @Nullable Viewer viewer,
        String path,
        String csrfToken,
        boolean demo,
        List<DeskEntry> deskMenu,
        Assets assets) {

    public boolean signedIn() {
        return viewer != null;
    }

    /** The signed-in person; only for templates of pages that require one. */
    public Viewer person() {
        if (viewer == null) {
            throw new IllegalStateException("this page is for signed-in people only");
        }
        return viewer;
    }

    /** The same for an entry of the desk: it is that whose address says most of where these pages lie. */
    public @Nullable String current(DeskEntry entry) {
        var closest = deskMenu.stream()
                .map(DeskEntry::href)
                .filter(href -> current(href) != null)
                .max(Comparator.comparingInt(String::length));
        return closest.isPresent() && closest.get().equals(entry.href()) ? "page" : null;
    }

    /** "page" for the entry whose pages these are or lie under, as aria-current wants it. */
    public @Nullable String current(String... pages) {
        return Stream.of(pages).anyMatch(page -> path.equals(page) || path.startsWith(page + "/")) ? "page" : null;
    }
}
