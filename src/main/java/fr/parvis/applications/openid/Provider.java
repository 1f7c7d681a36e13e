package fr.parvis.applications.openid;

import fr.parvis.identity.sessions.CurrentSession;
import fr.parvis.identity.sessions.Method;
import fr.parvis.kernel.Hmac;
import fr.parvis.kernel.Secrets;
import fr.parvis.kernel.Settings;
import java.net.URI;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The town as its applications know it: addresses, and the words for how somebody signed in. */
@Component
public class Provider {

    /** Where an application sends a person to sign in. */
    public static final String AUTHORIZE = "/oauth2/authorize";
    /** Where an application fetches tokens. */
    public static final String TOKEN = "/oauth2/token";
    /** The keys that our signatures verify with. */
    public static final String KEYS = "/oauth2/jwks";
    /** Where an application gives a token back. */
    public static final String REVOKE = "/oauth2/revoke";
    /** Where an application asks whether its token is still good. */
    public static final String INTROSPECT = "/oauth2/introspect";
    /** Where an application reads who the person is. */
    public static final String USER_INFO = "/userinfo";
    /** Where an application sends a person to sign out. */
    public static final String LOGOUT = "/connect/logout";

    private final Settings settings;
    private final Hmac sessionNames;

    Provider(Settings settings, Secrets secrets) {
        this.settings = settings;
        this.sessionNames = new Hmac(secrets, "applications/sid");
    }

    /** The {@code iss} of everything we say. */
    public String issuer() {
        return settings.baseUrl().toString();
    }

    /** The whole address of a path of ours. */
    public URI address(String path) {
        return URI.create(settings.url(path));
    }

    /** A session's name in one application ({@code sid}); two applications cannot tell that it is the same one. */
    public String sid(UUID session, UUID application) {
        return HexFormat.of().formatHex(sessionNames.of(session + "/" + application), 0, 16);
    }

    /** How sure we are, in the words that ProConnect made usual: what was shown, and whether in two ways. */
    static String acr(CurrentSession session) {
        var methods = session.methods();
        boolean several = methods.contains(Method.SEVERAL_FACTORS)
                || methods.contains(Method.PASSKEY)
                || methods.containsAll(Set.of(Method.PASSWORD, Method.TOTP));
        boolean proven = methods.contains(Method.FRANCECONNECT) || methods.contains(Method.PROCONNECT);
        return (proven ? "eidas1" : "eidas0") + (several ? "-mfa" : "");
    }
}
