package fr.parvis.testing;

import fr.parvis.identity.sessions.Entry;
import fr.parvis.identity.sessions.Method;
import fr.parvis.identity.sessions.Sessions;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Lets people in without asking, as if they had shown two factors; for tests of what comes after. */
@TestComponent
public class Doorman {

    private final Sessions sessions;

    Doorman(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Gives this browser a session of the account, and a forgery token. */
    public Browser admit(UUID account, Browser browser) {
        browser.get("/connexion");
        var response = new MockHttpServletResponse();
        var entry = Entry.by(Method.PASSWORD, Method.TOTP, Method.SEVERAL_FACTORS);
        sessions.open(account, entry, new MockHttpServletRequest(), response);
        var cookie = response.getCookie("parvis_session");
        if (cookie == null) {
            throw new AssertionError("no session was opened");
        }
        browser.setCookie(cookie.getName(), cookie.getValue());
        return browser;
    }
}
