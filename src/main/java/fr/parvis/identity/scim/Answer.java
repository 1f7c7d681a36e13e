package fr.parvis.identity.scim;

import fr.parvis.identity.scim.protocol.Attributes;
import fr.parvis.identity.scim.protocol.Body;
import fr.parvis.identity.scim.protocol.Outcome;
import fr.parvis.identity.scim.protocol.Paging;
import fr.parvis.identity.scim.protocol.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a call gets back; a resource brings its version and, when it is new, its address. */
record Answer(HttpStatus status, Optional<ObjectNode> body) {

    private static final String MESSAGES = "urn:ietf:params:scim:api:messages:2.0:";
    private static final JsonMapper JSON = JsonMapper.shared();

    static Answer ok(ObjectNode resource) {
        return new Answer(HttpStatus.OK, Optional.of(resource));
    }

    static Answer created(ObjectNode resource) {
        return new Answer(HttpStatus.CREATED, Optional.of(resource));
    }

    static Answer nothing() {
        return new Answer(HttpStatus.NO_CONTENT, Optional.empty());
    }

    /** A part of a list (RFC 7644, section 3.4.2). */
    static Answer list(int total, int start, List<ObjectNode> resources) {
        var list = JSON.createObjectNode();
        list.putArray("schemas").add(MESSAGES + "ListResponse");
        list.put("totalResults", total).put("startIndex", start).put("itemsPerPage", resources.size());
        list.putArray("Resources").addAll(resources);
        return ok(list);
    }

    /** The part asked for of a whole list. */
    static Answer list(List<ObjectNode> all, Paging paging) {
        return list(
                all.size(),
                paging.start(),
                all.stream().skip(paging.skipped()).limit(paging.count()).toList());
    }

    static ResponseEntity<String> send(HttpServletRequest request, Outcome<Answer> outcome) {
        return switch (outcome) {
            case Outcome.Done<Answer>(var answer) -> answer.send(request);
            case Outcome.Refused<Answer>(var refusal) -> refused(request, refusal);
        };
    }

    static ResponseEntity<String> refused(HttpServletRequest request, Refusal refusal) {
        Gate.note(request, refusal);
        return new Answer(refusal.status(), Optional.of(error(refusal))).send(request);
    }

    static ObjectNode error(Refusal refusal) {
        var error = JSON.createObjectNode();
        error.putArray("schemas").add(MESSAGES + "Error");
        error.put("status", String.valueOf(refusal.status().value()));
        if (!refusal.type().isEmpty()) {
            error.put("scimType", refusal.type());
        }
        return error.put("detail", refusal.reason());
    }

    private ResponseEntity<String> send(HttpServletRequest request) {
        var answer = ResponseEntity.status(status).cacheControl(CacheControl.noStore());
        body.flatMap(resource -> Attributes.find(resource, "meta")).ifPresent(meta -> {
            text(meta, "version").ifPresent(answer::eTag);
            text(meta, "location")
                    .filter(location -> status == HttpStatus.CREATED)
                    .ifPresent(location -> answer.header(HttpHeaders.LOCATION, location));
        });
        return body.isEmpty()
                ? answer.build()
                : answer.contentType(type(request)).body(body.get().toString());
    }

    private static Optional<String> text(JsonNode meta, String name) {
        return Attributes.text(meta, name);
    }

    /** JSON under its plain name for who accepts no other. */
    private static MediaType type(HttpServletRequest request) {
        var accepted =
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
        return accepted.contains(MediaType.APPLICATION_JSON_VALUE) && !accepted.contains(Body.SCIM.toString())
                ? MediaType.APPLICATION_JSON
                : Body.SCIM;
    }
}
