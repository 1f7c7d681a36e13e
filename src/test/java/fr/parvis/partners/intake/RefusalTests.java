package fr.parvis.partners.intake;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.partners.signing.Signature;
import fr.parvis.testing.Cast;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is not taken, and what the partner is told. */
@ParvisTest
class RefusalTests {

    private static final String BATCH = "application/cloudevents-batch+json";
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    private PartnerHouse house;

    @Autowired
    private Cast cast;

    @Autowired
    private Ledger ledger;

    @LocalServerPort
    private int port;

    private PartnerProgram music;
    private UUID zoe;
    private String sub;

    @BeforeEach
    void somebodyIsKnownThere() {
        music = house.register("Conservatoire", port);
        zoe = cast.resident("Zoé", "Martin").viewer().account();
        sub = house.link(music, zoe, "ELEVE-" + UUID.randomUUID());
    }

    @ParameterizedTest
    @CsvSource({
        "specversion, 0.3, bad-specversion",
        "type, fr.parvis.case.unknown.v1, unknown-type",
        "subject, '', missing-attribute",
        "sequence, deux, bad-sequence",
        "time, hier, bad-time",
        "time, 2093-01-01T00:00:00Z, bad-time",
        "id, '', missing-attribute",
        "data, texte, bad-data"
    })
    void anAttributeThatBreaksTheContractIsNamed(String attribute, String value, String code) {
        var event = opened("INS-1", 1);
        event.put(attribute, value);

        assertThat(music.pushOne(event).code()).isEqualTo(code);
        assertThat(ledger.feed(zoe)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"titel\": \"Inscription\"} | unknown-member | /data/titel",
                "{\"title\": \"x\", \"steps\": 3} | bad-data | /data/steps",
                "{\"title\": 12} | bad-data | /data/title",
                "{\"title\": \"\"} | bad-text | /data/title",
                "{\"title\": \"x\", \"path\": \"//ailleurs.example\"} | bad-path | /data/path",
                "{\"title\": \"x\", \"path\": \"https://ailleurs.example\"} | bad-path | /data/path",
                "{\"title\": \"x\", \"amount\": {\"cents\": -1}} | bad-amount | /data/amount/cents",
                "{\"title\": \"x\", \"todo\": {\"label\": \"x\"}} | missing-member | /data/todo/kind",
                "{\"detail\": \"x\"} | missing-member | /data/title",
                "{\"title\": \"x\", \"steps\": {\"done\": 3, \"total\": 2}} | bad-steps | /data/steps",
                "{\"title\": \"x\", \"facts\": [null]} | missing-member | /data/facts/0"
            })
    void dataThatBreakTheContractAreNamed(String data, String code, String pointer) {
        var event = opened("INS-1", 1);
        var read = (ObjectNode) JSON.readTree(data);
        read.putObject("person").put("sub", sub);
        event.put("data", read);

        var answer = music.pushOne(event);

        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().path("pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void factsAreToldOfAPersonAndNotOfARequest() {
        var event = music.event(
                "person.facts", "", 1, Map.of("person", Map.of("reference", "PRV-2026-000001"), "facts", List.of()));
        event.remove("subject");

        var answer = music.pushOne(event);

        assertThat(answer.code()).isEqualTo("bad-person");
        assertThat(answer.body().path("pointer").asString()).isEqualTo("/data/person/reference");
    }

    @Test
    void onlyWhatThePartnerSignedIsRead() {
        var body = JSON.writeValueAsString(List.of(opened("INS-1", 1))).getBytes(StandardCharsets.UTF_8);
        var token = music.token();
        var own = house.register("Autre", port);

        assertThat(music.push(token, BATCH, body, new Signature("1", "2", "v1,x"))
                        .code())
                .isEqualTo("bad-clock");
        var now = String.valueOf(Instant.now().getEpochSecond());
        assertThat(music.push(token, BATCH, body, new Signature("1", now, "v1,x"))
                        .code())
                .isEqualTo("bad-signature");
        assertThat(own.push(token, BATCH, new String(body, StandardCharsets.UTF_8), Instant.now())
                        .code())
                .isEqualTo("bad-signature");
        assertThat(music.push(token, BATCH, "[]", Instant.now().minusSeconds(3_600))
                        .code())
                .isEqualTo("bad-clock");
        assertThat(music.push("inconnu", BATCH, "[]", Instant.now()).status()).isEqualTo(401);
        assertThat(ledger.feed(zoe)).isEmpty();
    }

    @Test
    void aBodyThatIsNoBatchIsExplained() {
        var token = music.token();

        assertThat(music.push(token, BATCH, "{]", Instant.now()).code()).isEqualTo("bad-json");
        assertThat(music.push(token, BATCH, "[]", Instant.now()).code()).isEqualTo("bad-batch");
        assertThat(music.push(token, "text/plain", "[]", Instant.now()).code()).isEqualTo("bad-type");
        assertThat(music.push(token, BATCH, " ".repeat(6_000_000), Instant.now())
                        .status())
                .isEqualTo(413);
    }

    private Map<String, Object> opened(String key, long sequence) {
        return music.event("case.opened", key, sequence, Map.of("person", Map.of("sub", sub), "title", "Inscription"));
    }
}
