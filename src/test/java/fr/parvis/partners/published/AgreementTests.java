package fr.parvis.partners.published;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.partners.contract.EventReader;
import fr.parvis.partners.contract.EventType;
import fr.parvis.partners.contract.Reading;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published schema and the program judge events alike. */
class AgreementTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SOURCE = "https://conservatoire.example";
    private static final String ALL = """
            {"person": {"member": "E-1"}, "title": "Inscription", "label": "Reçue", "detail": "Bonjour.\\nMerci.",
             "actor": "Mme Roux", "steps": {"done": 1, "total": 3, "now": "Étude", "upcoming": ["Commission", "Réponse"]},
             "expected": {"from": "2026-12-01", "to": "2026-12-15"},
             "todo": {"kind": "DOCUMENT", "label": "Envoyez un certificat", "before": "2026-12-04"},
             "amount": {"cents": 12400, "before": "2026-12-04"},
             "booking": {"id": "S-1", "label": "Audition", "from": "2026-12-05T14:00:00+01:00", "to": "2026-12-05T14:20:00+01:00",
                         "place": "Salle 3", "cancelled": false},
             "document": {"name": "Attestation"}, "decision": {"outcome": "PARTLY_ACCEPTED"},
             "facts": [{"text": "2 prêts", "cents": 0, "before": "2026-12-04", "todo": true, "path": "/prets"}],
             "path": "/dossiers/1?onglet=suivi"}""";

    static Stream<EventType> types() {
        return Arrays.stream(EventType.values());
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeMayHaveEveryMember(EventType type) {
        assertTaken(event(type.code(), ALL));
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatATypeCannotBeWithoutIsTheSame(EventType type) {
        for (var member : JSON.readTree(ALL).propertyNames()) {
            var event = event(type.code(), ALL);
            ((ObjectNode) event.path("data")).remove(member);

            assertThat(isTaken(event)).as("%s without %s", type, member).isEqualTo(isValid(event));
        }
        for (var attribute : event(type.code(), ALL).propertyNames()) {
            var event = event(type.code(), ALL);
            event.remove(attribute);

            assertThat(isTaken(event)).as("%s without %s", type, attribute).isEqualTo(isValid(event));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/specversion | \"0.3\"",
                "/type | \"fr.parvis.case.opened.v2\"",
                "/type | 1",
                "/id | \"  \"",
                "/id | 12",
                "/subject | \"\"",
                "/time | \"hier\"",
                "/time | \"2026-13-01T00:00:00Z\"",
                "/time | \"2026-11-02T09:00:00\"",
                "/sequence | -1",
                "/sequence | 1.5",
                "/sequence | \"deux\"",
                "/sequence | \"12345678901234\"",
                "/sequence | 12345678901234",
                "/id | \"a\\u0000b\"",
                "/subject | \"a\\nb\"",
                "/data/person | {\"member\": \"a\\u0000b\"}",
                "/data/person | {\"member\": 12}",
                "/data/title | 123",
                "/data/title | true",
                "/data/path | \"/a b\"",
                "/data/path | \"/%zz\"",
                "/data/path | \"/é\"",
                "/data/path | \"/a/../b\"",
                "/data/path | \"/../b\"",
                "/data/path | \"/a\\nb\"",
                "/data/steps | {\"done\": \"1\", \"total\": 3}",
                "/data/amount | {\"cents\": \"12\"}",
                "/data/amount | {\"cents\": 12, \"before\": [2027, 1, 1]}",
                "/data/amount | {\"cents\": 12, \"before\": 20000}",
                "/data/amount | {\"cents\": 12, \"before\": \"2027-01-01T00:00:00Z\"}",
                "/data/amount | {\"cents\": 12, \"before\": \"1899-12-31\"}",
                "/data/todo | {\"kind\": \"ANSWER\", \"label\": \"x\", \"before\": \"2200-01-01\"}",
                "/data/expected | {\"from\": \"0026-12-01\", \"to\": \"2026-12-15\"}",
                "/data/booking | {\"label\": \"x\", \"from\": 1764925200}",
                "/data/booking | {\"label\": \"x\", \"from\": \"2200-01-01T00:00:00Z\"}",
                "/data/booking | {\"label\": \"x\", \"from\": \"2026-12-05T14:00:00+01:00\", \"cancelled\": \"true\"}",
                "/data/facts | [{\"text\": 2}]",
                "/data | \"texte\"",
                "/data | []",
                "/data/person | {}",
                "/data/person | {\"sub\": \"a\", \"member\": \"b\"}",
                "/data/person | {\"email\": \"zoe@mel.example\"}",
                "/data/title | \" \"",
                "/data/title | \"a\\u0007b\"",
                "/data/title | [\"x\"]",
                "/data/titel | \"Inscription\"",
                "/data/path | \"//ailleurs.example\"",
                "/data/path | \"https://ailleurs.example\"",
                "/data/path | \"/\\\\ailleurs.example\"",
                "/data/steps | {\"done\": -1, \"total\": 3}",
                "/data/steps | {\"done\": 0, \"total\": 0}",
                "/data/steps | {\"done\": 0, \"total\": 21}",
                "/data/steps | {\"done\": 0}",
                "/data/steps | {\"done\": 0, \"total\": 2, \"upcoming\": [\"\"]}",
                "/data/steps | {\"done\": 0, \"total\": 2, \"upcoming\": [null]}",
                "/data/expected | {\"from\": \"2026-12-01\"}",
                "/data/expected | {\"from\": \"2026-12-01\", \"to\": \"2026-02-31\"}",
                "/data/todo | {\"label\": \"x\"}",
                "/data/todo | {\"kind\": \"AUTRE\", \"label\": \"x\"}",
                "/data/todo | {\"kind\": 1, \"label\": \"x\"}",
                "/data/amount | {}",
                "/data/amount | {\"cents\": -1}",
                "/data/amount | {\"cents\": 100000001}",
                "/data/amount | {\"cents\": 12.5}",
                "/data/amount | {\"euros\": 12}",
                "/data/booking | {\"label\": \"x\"}",
                "/data/booking | {\"label\": \"x\", \"from\": \"2026-12-05\"}",
                "/data/booking | {\"from\": \"2026-12-05T14:00:00+01:00\"}",
                "/data/booking | {\"id\": \" \", \"label\": \"x\", \"from\": \"2026-12-05T14:00:00+01:00\"}",
                "/data/booking | {\"label\": \"x\", \"from\": \"2026-12-05T14:00:00+01:00\", \"cancelled\": \"oui\"}",
                "/data/document | {}",
                "/data/decision | {}",
                "/data/decision | {\"outcome\": \"PEUT-ETRE\"}",
                "/data/facts | [null]",
                "/data/facts | [{}]",
                "/data/facts | [{\"text\": \"x\", \"cents\": -1}]",
                "/data/facts | [{\"text\": \"x\", \"path\": \"ailleurs\"}]",
                "/data/facts | {}"
            })
    void whatBreaksTheContractIsRefusedByBoth(String pointer, String value) {
        var event = event(EventType.OPENED.code(), ALL);
        int last = pointer.lastIndexOf('/');
        ((ObjectNode) event.at(pointer.substring(0, last))).set(pointer.substring(last + 1), JSON.readTree(value));

        assertThat(isTaken(event)).as("by the program").isFalse();
        assertThat(isValid(event)).as("by the schema").isFalse();
    }

    @Test
    void limitsAreTheSame() {
        for (var text : new String[] {"title:120", "label:200", "detail:2000", "actor:120"}) {
            var member = text.substring(0, text.indexOf(':'));
            int most = Integer.parseInt(text.substring(text.indexOf(':') + 1));
            var event = event(EventType.OPENED.code(), ALL);
            ((ObjectNode) event.path("data")).put(member, "x".repeat(most));
            assertTaken(event);
            ((ObjectNode) event.path("data")).put(member, "x".repeat(most + 1));
            assertThat(isTaken(event)).as(member).isFalse();
            assertThat(isValid(event)).as(member).isFalse();
        }
    }

    @Test
    void attributesOfOthersAreLeftAlone() {
        var event = event(EventType.OPENED.code(), ALL);
        event.put("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        event.put("datacontenttype", "application/json");
        event.put("sequence", 1);

        assertTaken(event);
        event.put("sequence", 9_999_999_999_999L);
        assertTaken(event);
        ((ObjectNode) event.path("data")).putArray("facts");
        assertTaken(event);
    }

    private static void assertTaken(ObjectNode event) {
        assertThat(read(event)).isInstanceOf(Reading.Good.class);
        assertThat(Schemas.faults("event.v1", event)).isEmpty();
    }

    private static boolean isTaken(JsonNode event) {
        return read(event) instanceof Reading.Good;
    }

    private static boolean isValid(JsonNode event) {
        return Schemas.faults("event.v1", event).isEmpty();
    }

    private static Reading read(JsonNode event) {
        return new EventReader(SOURCE, Instant.parse("2026-11-02T09:00:00Z")).read(event);
    }

    private static ObjectNode event(String type, String data) {
        var event = JSON.createObjectNode();
        event.put("specversion", "1.0").put("id", "1").put("source", SOURCE).put("type", type);
        event.put("subject", "INS-1").put("time", "2026-11-02T09:00:00+01:00").put("sequence", "1");
        event.set("data", JSON.readTree(data));
        return event;
    }
}
