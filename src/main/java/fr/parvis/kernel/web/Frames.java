package fr.parvis.kernel.web;

import fr.parvis.kernel.Settings;
import fr.parvis.kernel.Town;
import fr.parvis.kernel.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Makes the {@link Frame} of a request. */
@Component
public class Frames {

    private final ObjectProvider<Town.Source> town;
    private final List<DeskEntry> desk;
    private final Assets assets;
    private final boolean demo;

    Frames(ObjectProvider<Town.Source> town, List<DeskEntry> desk, Assets assets, Settings settings) {
        this.town = town;
        this.desk = desk;
        this.assets = assets;
        this.demo = settings.demo();
    }

    Frame of(HttpServletRequest request) {
        var viewer = viewer().orElse(null);
        return new Frame(
                town.getObject().town(),
                viewer,
                request.getRequestURI(),
                csrfToken(request),
                demo,
                viewer == null ? List.of() : menu(viewer),
                assets);
    }

    /** Who is signed in, if anybody. */
    public static Optional<Viewer> viewer() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Viewer viewer
                ? Optional.of(viewer)
                : Optional.empty();
    }

    private List<DeskEntry> menu(Viewer viewer) {
        return desk.stream().filter(entry -> entry.isFor(viewer)).toList();
    }

    private static String csrfToken(HttpServletRequest request) {
        @Nullable CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return token == null ? "" : token.getToken();
    }
}
