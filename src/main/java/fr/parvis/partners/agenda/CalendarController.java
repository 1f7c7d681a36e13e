package fr.parvis.partners.agenda;

import fr.parvis.kernel.Token;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The calendar feed, for the calendar program that holds its address. */
@RestController
@Access(Audience.EVERYBODY)
class CalendarController {

    private static final MediaType TYPE = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final CacheControl HELD =
            CacheControl.maxAge(Duration.ofMinutes(15)).cachePrivate();

    private final CalendarTable calendars;
    private final Agenda agenda;

    CalendarController(CalendarTable calendars, Agenda agenda) {
        this.calendars = calendars;
        this.agenda = agenda;
    }

    @GetMapping("/agenda/{token}.ics")
    ResponseEntity<byte[]> show(@PathVariable String token) {
        var owner = calendars.owner(new Token(token)).orElseThrow(NotFoundException::new);
        return ResponseEntity.ok()
                .contentType(TYPE)
                .cacheControl(HELD)
                .header("X-Robots-Tag", "noindex")
                .header("Content-Disposition", "inline; filename=\"agenda.ics\"")
                .body(agenda.of(owner).text().getBytes(StandardCharsets.UTF_8));
    }
}
