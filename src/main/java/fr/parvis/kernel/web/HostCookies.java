package fr.parvis.kernel.web;

import fr.parvis.kernel.Settings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Cookies that only this host reads and sets, and scripts do not see. */
@Component
public class HostCookies {

    private final boolean https;

    HostCookies(Settings settings) {
        this.https = settings.https();
    }

    public Optional<String> read(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, full(name)))
                .map(cookie -> cookie.getValue())
                .filter(value -> !value.isBlank());
    }

    public void write(HttpServletResponse response, String name, String value, Duration age) {
        var cookie = ResponseCookie.from(full(name), value)
                .httpOnly(true)
                .secure(https)
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    public void remove(HttpServletResponse response, String name) {
        write(response, name, "", Duration.ZERO);
    }

    /** Over HTTPS no other site of the domain may set it: RFC 6265bis, section 4.1.3.2. */
    private String full(String name) {
        return https ? "__Host-" + name : name;
    }
}
