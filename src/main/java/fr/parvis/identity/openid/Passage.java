package fr.parvis.identity.openid;

import fr.parvis.identity.openid.ProviderException.Kind;
import fr.parvis.kernel.web.HostCookies;
import fr.parvis.kernel.web.LocalPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** To a provider and back. What goes wrong is a word for the sign-in page, which has other ways in. */
@Component
public class Passage {

    /** How long a browser remembers that it went. */
    public static final Duration KEPT = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(Passage.class);

    private final HostCookies cookies;
    private final RandomGenerator random;

    Passage(HostCookies cookies, RandomGenerator random) {
        this.cookies = cookies;
        this.random = random;
    }

    /** How a browser came back. */
    public sealed interface Return {

        /** The provider proved somebody, who wants to go on to {@code suite}. */
        record Proven(Proof proof, String suite) implements Return {}

        /** Nobody came in. */
        record Failed(Reason reason) implements Return {}
    }

    /** Why nobody came in. */
    public enum Reason {
        /** They gave up there. */
        GAVE_UP,
        /** The provider does not answer, or says that it cannot. */
        OUTAGE,
        /** Its answer breaks a rule. */
        REFUSED,
        /** This browser was not awaited back. */
        LOST
    }

    /** Where to send the browser, which remembers in this cookie that it went; empty when the provider cannot be reached. */
    public Optional<URI> begin(
            RelyingParty provider, String cookie, @Nullable String suite, HttpServletResponse response) {
        var attempt = Attempt.begin(random, LocalPath.orHome(suite));
        try {
            var there = provider.authorization(attempt);
            cookies.write(response, cookie, attempt.toCookie(), KEPT);
            return Optional.of(there);
        } catch (ProviderException failure) {
            LOG.warn("{}: {}", provider.name(), failure.getMessage(), failure);
            return Optional.empty();
        }
    }

    /** Who the provider proved, to the browser that went with this cookie. */
    public Return end(
            RelyingParty provider,
            String cookie,
            Answer answer,
            HttpServletRequest request,
            HttpServletResponse response) {
        var attempt = cookies.read(request, cookie).flatMap(Attempt::parse);
        cookies.remove(response, cookie);
        if (attempt.isEmpty() || !attempt.get().state().equals(answer.state())) {
            return new Return.Failed(Reason.LOST);
        }
        if (answer.code() == null) {
            LOG.info("{} came back with {}", provider.name(), known(answer.error()));
            return new Return.Failed("access_denied".equals(answer.error()) ? Reason.GAVE_UP : Reason.OUTAGE);
        }
        try {
            var proof = provider.arrive(attempt.get(), answer.code(), answer.iss());
            return new Return.Proven(proof, attempt.get().suite());
        } catch (ProviderException failure) {
            LOG.warn("{}: {}", provider.name(), failure.getMessage(), failure);
            return new Return.Failed(failure.kind() == Kind.UNAVAILABLE ? Reason.OUTAGE : Reason.REFUSED);
        }
    }

    /** The error comes from the address, where anybody may write anything. */
    private static String known(@Nullable String error) {
        return error != null && error.matches("[a-z_]{1,40}") ? error : "no code and no error";
    }
}
