package fr.parvis.identity.guessing;

import fr.parvis.kernel.Hmac;
import fr.parvis.kernel.Secrets;
import fr.parvis.kernel.Token;
import fr.parvis.kernel.web.HostCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Browsers that were in an account before: what strangers guess elsewhere must not keep its holder out. The browser keeps
 * a name of its own and a seal for each account; it opens nothing.
 */
@Component
public class KnownDevices {

    private static final String COOKIE = "parvis_appareil";
    private static final Duration KEPT = Duration.ofDays(365);

    /** A family's computer. */
    private static final int MOST_ACCOUNTS = 5;

    private static final int SEAL_BYTES = 16;
    private static final String OURS = "[\\w-]{20,80}(\\.[\\w-]{22}){1," + MOST_ACCOUNTS + "}";

    private final HostCookies cookies;
    private final RandomGenerator random;
    private final Hmac hmac;

    KnownDevices(HostCookies cookies, RandomGenerator random, Secrets secrets) {
        this.cookies = cookies;
        this.random = random;
        this.hmac = new Hmac(secrets, "identity/devices");
    }

    /** Notes that somebody is in this account on this browser. */
    public void remember(UUID account, HttpServletRequest request, HttpServletResponse response) {
        var kept = read(request);
        var name = kept.isEmpty() ? Token.next(random).value() : kept.getFirst();
        var seals = Stream.concat(Stream.of(seal(name, account)), kept.stream().skip(1))
                .distinct()
                .limit(MOST_ACCOUNTS);
        cookies.write(response, COOKIE, Stream.concat(Stream.of(name), seals).collect(Collectors.joining(".")), KEPT);
    }

    /** The browser's name, if it was in this account; empty for a stranger's. */
    public Optional<String> of(UUID account, HttpServletRequest request) {
        var kept = read(request);
        return kept.stream()
                .findFirst()
                .filter(name -> kept.subList(1, kept.size()).contains(seal(name, account)));
    }

    private List<String> read(HttpServletRequest request) {
        return cookies.read(request, COOKIE)
                .filter(value -> value.matches(OURS))
                .map(value -> List.of(value.split("\\.", -1)))
                .orElseGet(List::of);
    }

    private String seal(String name, UUID account) {
        var seal = Arrays.copyOf(hmac.of(name + ":" + account), SEAL_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(seal);
    }
}
