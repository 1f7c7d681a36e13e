package fr.parvis.partners.published;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.partners.webhooks.WebhookType;
import fr.parvis.testing.Browser;
import fr.parvis.testing.ParvisTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract as the product serves it. */
@ParvisTest
class ContractTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String HERE = "/api/v1/partenaires/";

    @Autowired
    private Map<String, RequestMappingHandlerMapping> mappings;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"event.v1", "batch.v1", "answer.v1", "problem.v1", "message.v1"})
    void schemasAreServedToEverybodyAndCached(String name) {
        var answer = new Browser(port).get(HERE + "schemas/" + name + ".json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/schema+json");
        assertThat(answer.header("Cache-Control")).contains("public", "max-age=");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(Schemas.faults(metaSchema(), JSON.readTree(answer.body()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"inconnu.v1", "openapi", "..%2Fcontract%2Fevent.v1", "event.v2"})
    void thereAreNoOthers(String name) {
        assertThat(new Browser(port).get(HERE + "schemas/" + name + ".json").status())
                .isBetween(400, 404);
    }

    @Test
    void theOpenApiDocumentIsWellFormed() {
        var rules = JSON.readTree(Schemas.read(Path.of("src/test/resources/openapi-3.1-rules.json")));

        assertThat(Schemas.faults(rules, openApi())).isEmpty();
        assertThat(Schemas.faults(
                        rules, JSON.readTree("{\"openapi\": \"3.0.3\", \"info\": {}, \"paths\": {\"x\": 1}}")))
                .isNotEmpty();
    }

    @Test
    void everySchemaInItIsOneAndEveryReferenceLeadsSomewhere() {
        var schemas = openApi().findValues("schema");
        assertThat(schemas).isNotEmpty();
        for (var schema : schemas) {
            assertThat(Schemas.faults(metaSchema(), schema)).isEmpty();
        }
        for (var reference : openApi().findValuesAsString("$ref")) {
            assertThat(new Browser(port).get(HERE + reference).status())
                    .as(reference)
                    .isEqualTo(200);
        }
    }

    @Test
    void itSpeaksOfEveryEndpointAndOfNoOther() {
        var described = new TreeSet<String>();
        openApi()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method ->
                                described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));

        assertThat(endpoints("")).containsAll(described);
        assertThat(described).containsAll(endpoints("fr.parvis.partners"));
    }

    @Test
    void itDescribesEveryMessageOfTheTownAndNoOther() {
        var told = new TreeSet<>(Set.of("fr.parvis.test.v1"));
        Arrays.stream(WebhookType.values()).map(WebhookType::code).forEach(told::add);

        assertThat(openApi().path("webhooks").propertyNames()).containsExactlyInAnyOrderElementsOf(told);
    }

    /** Of handlers in this package, those that programs call; of all packages, every one. */
    private List<String> endpoints(String inPackage) {
        var endpoints = new ArrayList<String>();
        mappings.values()
                .forEach(mapping -> mapping.getHandlerMethods().forEach((info, handler) -> {
                    if (handler.getBeanType().getPackageName().startsWith(inPackage)) {
                        endpoints.addAll(names(info));
                    }
                }));
        return endpoints.stream()
                .filter(endpoint -> inPackage.isEmpty() || endpoint.contains(" /api/"))
                .toList();
    }

    private static List<String> names(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream()
                .flatMap(method -> info.getPatternValues().stream().map(path -> method + " " + path))
                .toList();
    }

    private JsonNode openApi() {
        var answer = new Browser(port).get(HERE + "openapi.json");
        assertThat(answer.status()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static JsonNode metaSchema() {
        return JSON.readTree("{\"$ref\": \"https://json-schema.org/draft/2020-12/schema\"}");
    }
}
