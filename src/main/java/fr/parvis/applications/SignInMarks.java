package fr.parvis.applications;

import fr.parvis.kernel.Secrets;
import fr.parvis.kernel.web.HostCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/**
 * Marks on requests that wait for the person to sign in again: no sign-in before the mark will do. They travel in the
 * address, which anybody can type: a mark is sealed, for one request, one browser and a quarter of an hour.
 */
@Component
public class SignInMarks {

    /** The parameter that carries one. */
    public static final String NAME = "depuis";

    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final String COOKIE = "parvis_encore";
    private static final Pattern MARK = Pattern.compile("(\\d{1,12})\\.([\\w-]{43})");

    private final HostCookies cookies;
    private final SecretKey key;
    private final RandomGenerator random;
    private final Clock clock;

    SignInMarks(HostCookies cookies, Secrets secrets, RandomGenerator random, Clock clock) {
        this.cookies = cookies;
        this.key = secrets.key("applications/sign-in-marks", Digests.KEYED);
        this.random = random;
        this.clock = clock;
    }

    /** A mark of now on what is asked, for the browser that asks it. */
    public String next(String asked, HttpServletRequest request, HttpServletResponse response) {
        var browser = cookies.read(request, COOKIE).orElseGet(() -> Digests.newSecret(random));
        cookies.write(response, COOKIE, browser, LIFE);
        var seconds = String.valueOf(clock.instant().getEpochSecond());
        return seconds + "." + seal(seconds, browser, asked);
    }

    /** When this mark was made; none when we did not make it for what is asked and this browser, or it is too old. */
    public Optional<Instant> read(String mark, String asked, HttpServletRequest request) {
        var parts = MARK.matcher(mark);
        var browser = cookies.read(request, COOKIE);
        if (!parts.matches() || browser.isEmpty()) {
            return Optional.empty();
        }
        var ours = seal(parts.group(1), browser.get(), asked).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(ours, parts.group(2).getBytes(StandardCharsets.US_ASCII))
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(parts.group(1))))
                        .filter(made -> made.plus(LIFE).isAfter(clock.instant()))
                : Optional.empty();
    }

    private String seal(String seconds, String browser, String asked) {
        var sealed = Digests.keyed(key, seconds + "\n" + browser.length() + "\n" + browser + "\n" + asked);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }
}
