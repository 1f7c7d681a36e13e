package fr.parvis.identity.sessions;

import fr.parvis.kernel.Settings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Carries the secret token of a session to the browser and back. */
@Component
class SessionCookie {

    /** As long as browsers allow (RFC 6265bis): it is the row in the database that says when the session ends. */
    private static final Duration LONGEST = Duration.ofDays(400);

    private final String name;
    private final boolean https;

    SessionCookie(Settings settings) {
        this.https = settings.https();
        // a name that no other host of the domain can set
        this.name = https ? "__Host-parvis_session" : "parvis_session";
    }

    Optional<String> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name))
                .map(cookie -> cookie.getValue())
                .filter(token -> !token.isBlank());
    }

    void write(HttpServletResponse response, String token) {
        add(response, token, LONGEST);
    }

    void remove(HttpServletResponse response) {
        add(response, "", Duration.ZERO);
    }

    private void add(HttpServletResponse response, String value, Duration age) {
        var cookie = ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(https)
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
