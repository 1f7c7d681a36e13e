package fr.parvis.partners.console;

import fr.parvis.kernel.Settings;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.partners.Resyncs;
import fr.parvis.partners.api.Caller;
import fr.parvis.partners.api.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells a partner's program which of its cases we hold, and how far: for it to say what we miss. */
@RestController
@Access(Audience.EVERYBODY)
class HoldingsController {

    static final String PATH = "/api/v1/partenaires/dossiers";

    private static final int PAGE = 500;

    private final Caller caller;
    private final Holdings holdings;
    private final Resyncs resyncs;
    private final Settings settings;

    HoldingsController(Caller caller, Holdings holdings, Resyncs resyncs, Settings settings) {
        this.caller = caller;
        this.holdings = holdings;
        this.resyncs = resyncs;
        this.settings = settings;
    }

    /**
     * A page of cases.
     *
     * @param resyncAsked when the town last asked to be told where all cases stand; null when it did not
     */
    record Answer(List<Holding> cases, @Nullable Instant resyncAsked) {}

    /** The cases after a key; the next page is in the {@code Link} header (RFC 8288). */
    @GetMapping(PATH)
    ResponseEntity<Answer> list(HttpServletRequest request, @RequestParam(defaultValue = "") String apres)
            throws ProblemException {
        var partner = caller.identify(request);
        var found = holdings.after(partner.id(), apres, PAGE + 1);
        var page = found.subList(0, Math.min(PAGE, found.size()));
        var answer = ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(MediaType.APPLICATION_JSON);
        if (found.size() > PAGE) {
            var last = URLEncoder.encode(page.getLast().key(), StandardCharsets.UTF_8);
            answer.header(HttpHeaders.LINK, "<" + settings.url(PATH) + "?apres=" + last + ">; rel=\"next\"");
        }
        return answer.body(new Answer(page, resyncs.asked(partner.id()).orElse(null)));
    }
}
