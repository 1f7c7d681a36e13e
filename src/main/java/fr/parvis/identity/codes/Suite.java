package fr.parvis.identity.codes;

import fr.parvis.kernel.web.LocalPath;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where a person goes on to once signed in, carried from page to page; always a path of this portal. */
public record Suite(String path) {

    public Suite {
        path = LocalPath.orHome(path);
    }

    public static Suite of(@Nullable String asked) {
        return new Suite(LocalPath.orHome(asked));
    }

    /** The address of another page of the way in, which keeps the suite. */
    public String through(String page) {
        return path.equals(LocalPath.HOME) ? page : page + "?suite=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    public String redirect() {
        return "redirect:" + path;
    }
}
