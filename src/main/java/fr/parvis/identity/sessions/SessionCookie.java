package fr.parvis.identity.sessions;

import fr.parvis.kernel.Token;
import fr.parvis.kernel.web.HostCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Carries the secret token of a session to the browser and back. */
@Component
class SessionCookie {

    private static final String NAME = "parvis_session";

    /** As long as browsers allow (RFC 6265bis): it is the row in the database that says when the session ends. */
    private static final Duration LONGEST = Duration.ofDays(400);

    private final HostCookies cookies;

    SessionCookie(HostCookies cookies) {
        this.cookies = cookies;
    }

    Optional<Token> read(HttpServletRequest request) {
        return cookies.read(request, NAME).map(Token::new);
    }

    void write(HttpServletResponse response, Token token) {
        cookies.write(response, NAME, token.value(), LONGEST);
    }

    void remove(HttpServletResponse response) {
        cookies.remove(response, NAME);
    }
}
