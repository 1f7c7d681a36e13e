package fr.parvis.applications.web;

import fr.parvis.applications.Applications;
import fr.parvis.applications.Logos;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows logos, of the type that their content has and with nothing in them that could run. */
@RestController
@Access(Audience.EVERYBODY)
class LogoController {

    private static final CacheControl HELD =
            CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic();

    private final Applications applications;
    private final Logos logos;

    LogoController(Applications applications, Logos logos) {
        this.applications = applications;
        this.logos = logos;
    }

    @GetMapping("/applications/{id}/logo")
    ResponseEntity<byte[]> show(@PathVariable UUID id) {
        var logo = logos.of(applications.find(id).orElseThrow(NotFoundException::new));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(logo.type()))
                .cacheControl(HELD)
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(logo.content());
    }
}
