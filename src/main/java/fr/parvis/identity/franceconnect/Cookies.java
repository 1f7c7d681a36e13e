package fr.parvis.identity.franceconnect;

import fr.parvis.kernel.Settings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** What the browser remembers on the way to FranceConnect and back; an hour at most. */
@Component
class Cookies {

    static final String ATTEMPT = "parvis_fc";
    static final String ARRIVAL = "parvis_fc_arrivee";

    private static final Duration KEPT = Duration.ofHours(1);

    private final boolean https;

    Cookies(Settings settings) {
        this.https = settings.https();
    }

    Optional<String> read(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, full(name))).map(cookie -> cookie.getValue());
    }

    void write(HttpServletResponse response, String name, String value) {
        add(response, name, value, KEPT);
    }

    void remove(HttpServletResponse response, String name) {
        add(response, name, "", Duration.ZERO);
    }

    /** Over HTTPS no other site of the domain may set it: RFC 6265bis, section 4.1.3.2. */
    private String full(String name) {
        return https ? "__Host-" + name : name;
    }

    private void add(HttpServletResponse response, String name, String value, Duration age) {
        var cookie = ResponseCookie.from(full(name), value)
                .httpOnly(true)
                .secure(https)
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
