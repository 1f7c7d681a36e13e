package fr.parvis.identity.resumption;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Refuses what may not be done; a form of ours whose forgery token was lost comes back with what was typed. */
@Component
public class LostForms implements AccessDeniedHandler {

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException, ServletException {
        if (reason instanceof CsrfException && comesFromHere(request)) {
            Resumption.TOKEN_LOST.show(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** Whether the browser vouches that one of our own pages sent the form (Fetch Metadata, RFC 6454). */
    private static boolean comesFromHere(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return site == null
                ? isThisHost(request.getHeader("Origin"), request.getHeader("Host"))
                : site.equals("same-origin");
    }

    private static boolean isThisHost(@Nullable String origin, @Nullable String host) {
        try {
            return origin != null
                    && host != null
                    && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }
}
