package fr.parvis.identity.scim;

import fr.parvis.identity.scim.protocol.Outcome;
import fr.parvis.identity.scim.protocol.Refusal;
import fr.parvis.kernel.Settings;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What we speak of SCIM, for connectors that ask (RFC 7644, section 4); and the refusal of all we do not. */
@RestController
@RequestMapping(Gate.PATH)
@Access(Audience.EVERYBODY)
class CapabilitiesController {

    private final ObjectNode configuration;
    private final List<ObjectNode> resourceTypes;
    private final List<ObjectNode> schemas;

    CapabilitiesController(Settings settings) {
        var base = settings.url(Gate.PATH);
        this.configuration = (ObjectNode) read("service-provider-config", base);
        this.resourceTypes = all(read("resource-types", base));
        this.schemas = all(read("schemas", base));
    }

    @GetMapping("/ServiceProviderConfig")
    ResponseEntity<String> configuration(HttpServletRequest request) {
        return Answer.send(request, Outcome.done(Answer.ok(configuration)));
    }

    @GetMapping("/ResourceTypes")
    ResponseEntity<String> resourceTypes(HttpServletRequest request) {
        return Answer.send(request, Outcome.done(Answer.list(resourceTypes.size(), 1, resourceTypes)));
    }

    @GetMapping("/ResourceTypes/{id}")
    ResponseEntity<String> resourceType(@PathVariable String id, HttpServletRequest request) {
        return Answer.send(request, one(resourceTypes, id));
    }

    @GetMapping("/Schemas")
    ResponseEntity<String> schemas(HttpServletRequest request) {
        return Answer.send(request, Outcome.done(Answer.list(schemas.size(), 1, schemas)));
    }

    @GetMapping("/Schemas/{id}")
    ResponseEntity<String> schema(@PathVariable String id, HttpServletRequest request) {
        return Answer.send(request, one(schemas, id));
    }

    @RequestMapping({"/Bulk", "/Me", "/.search", "/{type}/.search"})
    ResponseEntity<String> unserved(HttpServletRequest request) {
        return Answer.refused(
                request,
                Refusal.of(
                        HttpStatus.NOT_IMPLEMENTED,
                        "Parvis ne sert ni Bulk, ni Me, ni .search : voyez" + " ServiceProviderConfig."));
    }

    @RequestMapping("/**")
    ResponseEntity<String> unknown(HttpServletRequest request) {
        return Answer.refused(
                request, Refusal.of(HttpStatus.NOT_FOUND, "Il n’y a rien à appeler ainsi à cette adresse."));
    }

    private static Outcome<Answer> one(List<ObjectNode> all, String id) {
        return all.stream()
                .filter(one -> one.path("id").asString().equals(id))
                .findFirst()
                .map(one -> Outcome.done(Answer.ok(one)))
                .orElseGet(() -> Outcome.refused(Refusal.of(HttpStatus.NOT_FOUND, "« " + id + " » n’est pas connu.")));
    }

    private static List<ObjectNode> all(JsonNode list) {
        return list.valueStream().map(ObjectNode.class::cast).toList();
    }

    private static JsonNode read(String name, String base) {
        try {
            var text = new ClassPathResource("scim/" + name + ".json").getContentAsString(StandardCharsets.UTF_8);
            return JsonMapper.shared().readTree(text.replace("{base}", base));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
