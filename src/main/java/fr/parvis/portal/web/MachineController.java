package fr.parvis.portal.web;

import fr.parvis.kernel.Settings;
import fr.parvis.kernel.Town;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What programs read: whom to tell of a security flaw (RFC 9116), and which pages are not for search engines. */
@RestController
@Access(Audience.EVERYBODY)
class MachineController {

    private static final Duration VALID = Duration.ofDays(180);

    private final Town.Source town;
    private final Settings settings;
    private final Clock clock;

    MachineController(Town.Source town, Settings settings, Clock clock) {
        this.town = town;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping(path = "/.well-known/security.txt", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    String security() {
        return """
                Contact: mailto:%s
                Expires: %s
                Preferred-Languages: fr, en
                Canonical: %s
                """.formatted(
                        town.town().email(),
                        clock.instant().truncatedTo(ChronoUnit.DAYS).plus(VALID),
                        settings.url("/.well-known/security.txt"));
    }

    @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    String robots() {
        return """
                User-agent: *
                Disallow: /bureau
                Disallow: /compte
                Disallow: /connexion
                Disallow: /demo
                Disallow: /mon-fil
                Disallow: /suivi
                """;
    }
}
