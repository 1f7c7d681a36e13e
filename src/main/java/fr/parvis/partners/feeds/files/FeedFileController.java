package fr.parvis.partners.feeds.files;

import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.MachineEndpoints;
import fr.parvis.partners.Partner;
import fr.parvis.partners.api.Bodies;
import fr.parvis.partners.api.Caller;
import fr.parvis.partners.api.ProblemException;
import fr.parvis.partners.feeds.RowOutcome.Status;
import fr.parvis.partners.feeds.files.FeedFile.Channel;
import fr.parvis.partners.feeds.files.FeedFile.State;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where partners' programs send files and fetch their acknowledgements. */
@RestController
@Access(Audience.EVERYBODY)
class FeedFileController {

    static final String PATH = "/api/v1/partenaires/fichiers";

    private final Caller caller;
    private final FeedFiles files;

    FeedFileController(Caller caller, FeedFiles files) {
        this.caller = caller;
        this.files = files;
    }

    @Bean
    static MachineEndpoints feedEndpoints() {
        return MachineEndpoints.of(PATH);
    }

    /** What has become of a file. */
    record Answer(
            UUID id,
            String state,
            Map<String, Long> lines,
            @Nullable String code,
            @Nullable String detail) {}

    @PostMapping(PATH)
    ResponseEntity<Answer> receive(HttpServletRequest request) throws IOException, ProblemException {
        var partner = caller.identify(request);
        var body = Bodies.read(request, FeedFiles.LARGEST);
        caller.check(partner, request, body);
        return switch (files.receive(partner, Channel.API, name(request), body)) {
            case FileOutcome.Kept(var id) ->
                ResponseEntity.accepted().location(URI.create(PATH + "/" + id)).body(answer(file(partner, id)));
            case FileOutcome.Known(var id) ->
                ResponseEntity.ok().location(URI.create(PATH + "/" + id)).body(answer(file(partner, id)));
            case FileOutcome.WrongSize() ->
                throw new ProblemException(HttpStatus.BAD_REQUEST, "empty-file", "Ce fichier est vide.");
        };
    }

    @GetMapping(PATH + "/{id}")
    ResponseEntity<Answer> state(HttpServletRequest request, @PathVariable UUID id) throws ProblemException {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(answer(file(caller.identify(request), id)));
    }

    @GetMapping(PATH + "/{id}/accuse")
    ResponseEntity<byte[]> acknowledgement(HttpServletRequest request, @PathVariable UUID id) throws ProblemException {
        var file = file(caller.identify(request), id);
        if (file.state() == State.RECEIVED) {
            throw new ProblemException(
                    HttpStatus.CONFLICT, "not-read", "Ce fichier attend d’être lu : revenez dans un moment.");
        }
        return Acknowledgement.answer(file, files.lines(file));
    }

    private FeedFile file(Partner partner, UUID id) throws ProblemException {
        return files.find(partner, id)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND, "no-such-file", "Vous n’avez pas envoyé ce fichier, ou il est effacé."));
    }

    private Answer answer(FeedFile file) {
        var fault = file.fault();
        return new Answer(
                file.id(),
                file.state().name().toLowerCase(Locale.ROOT),
                files.counts(file).entrySet().stream()
                        .collect(Collectors.toMap(FeedFileController::word, Map.Entry::getValue)),
                fault == null ? null : fault.code(),
                fault == null ? null : fault.detail());
    }

    private static String word(Map.Entry<Status, Long> count) {
        return count.getKey().name().toLowerCase(Locale.ROOT);
    }

    /** As the header gives it; a name that cannot be read costs no file. */
    private static String name(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.CONTENT_DISPOSITION);
        try {
            var given = header == null ? null : ContentDisposition.parse(header).getFilename();
            return Objects.requireNonNullElse(given, "");
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
