package fr.parvis.identity.codes;

import fr.parvis.kernel.Settings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Remembers, in the browser that asked, which proof a code is awaited for; without the code it opens nothing. */
@Component
class ProofCookie {

    private static final String NAME = "parvis_proof";

    private final boolean https;

    ProofCookie(Settings settings) {
        this.https = settings.https();
    }

    Optional<UUID> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME)).flatMap(cookie -> parse(cookie.getValue()));
    }

    void write(HttpServletResponse response, UUID proof) {
        add(response, proof.toString(), Duration.ofHours(1));
    }

    void remove(HttpServletResponse response) {
        add(response, "", Duration.ZERO);
    }

    private static Optional<UUID> parse(String value) {
        try {
            return Optional.of(UUID.fromString(value));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private void add(HttpServletResponse response, String value, Duration age) {
        var cookie = ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure(https)
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
