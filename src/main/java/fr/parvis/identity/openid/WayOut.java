package fr.parvis.identity.openid;

import fr.parvis.kernel.Token;
import fr.parvis.kernel.web.HostCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Out through the provider that somebody came by: once signed out here, to its end of session, and on from there. The
 * browser remembers where to, under the {@code state} that must come back.
 */
@Component
public class WayOut {

    private static final String COOKIE = "parvis_depart";
    private static final String HOME = "/";

    /** How long a browser may stay at the provider before it forgets where it was going. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final List<Door> doors;
    private final HostCookies cookies;
    private final RandomGenerator random;

    WayOut(List<Door> doors, HostCookies cookies, RandomGenerator random) {
        this.doors = doors;
        this.cookies = cookies;
        this.random = random;
    }

    /**
     * Where to send a browser whose session came with this id_token; empty when no provider has a session to end.
     *
     * @param onward where it goes then: a path of the portal, or an address that was checked
     */
    public Optional<URI> leave(String idToken, String onward, HttpServletResponse response) {
        var state = Token.next(random).value();
        var there = doors.stream()
                .flatMap(door -> door.endOfSession(idToken, state).stream())
                .findFirst();
        there.ifPresent(address -> cookies.write(response, COOKIE, state + "." + encode(onward), KEPT));
        return there;
    }

    /** Where a browser back with this state was going; home when it was not awaited. */
    public String onward(@Nullable String state, HttpServletRequest request, HttpServletResponse response) {
        var known = cookies.read(request, COOKIE);
        cookies.remove(response, COOKIE);
        return known.map(value -> value.split("\\.", 2))
                .filter(parts -> parts.length == 2 && parts[0].equals(state))
                .map(parts -> decode(parts[1]))
                .orElse(HOME);
    }

    private static String encode(String address) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(address.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String address) {
        return new String(Base64.getUrlDecoder().decode(address), StandardCharsets.UTF_8);
    }
}
