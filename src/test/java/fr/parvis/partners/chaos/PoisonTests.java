package fr.parvis.partners.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.partners.intake.Piecemeal;
import fr.parvis.testing.Cast;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** One event that a database, a calendar or a browser cannot hold: it is refused in words, and costs no other. */
@ParvisTest
class PoisonTests {

    private static final String BATCH = "application/cloudevents-batch+json";
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    private PartnerHouse house;

    @Autowired
    private Cast cast;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

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
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id\": \"@\" | \"id\": \"a\\u0000b\" | bad-text",
                "\"id\": \"@\" | \"id\": \"a\\nb\" | bad-text",
                "\"id\": \"@\" | \"id\": \"a\\ud800b\" | bad-text",
                "\"subject\": \"@\" | \"subject\": \"a\\u0000b\" | bad-text",
                "\"subject\": \"@\" | \"subject\": \"a\\u0085b\" | bad-text",
                "\"type\": \"@\" | \"type\": \"a\\u0000b\" | bad-text",
                "\"type\": \"@\" | \"type\": \"a\\ud800b\" | bad-text",
                "\"sub\": \"@\" | \"sub\": \"a\\u0000b\" | bad-text",
                "\"sub\": \"@\" | \"member\": \"a\\nb\" | bad-text",
                "\"sub\": \"@\" | \"reference\": \"\\udc00\" | bad-text",
                "\"title\": \"@\" | \"title\": \"a\\ud800\" | bad-text",
                "\"title\": \"@\" | \"tit\\u0000le\": \"x\" | bad-text",
                "\"title\": \"@\" | \"title\": \"x\", \"facts\": [{\"text\": \"x\", \"\\u0000\": 1}] | bad-text",
                "\"specversion\" | \"note\": {\"x\": [\"a\\u0000b\"]}, \"specversion\" | bad-text",
                "\"specversion\" | \"no\\u0000te\": 1, \"specversion\" | bad-text",
                "\"time\": \"@\" | \"time\": \"+999999999-01-01T00:00:00Z\" | bad-time",
                "\"title\": \"@\" | \"title\": \"x\", \"amount\": {\"cents\": 1, \"before\": \"+99999999-01-01\"} | bad-dates",
                "\"title\": \"@\" | \"title\": \"x\", \"todo\": {\"kind\": \"ANSWER\", \"label\": \"x\", \"before\": \"0026-01-01\"} | bad-dates",
                "\"title\": \"@\" | \"title\": \"x\", \"expected\": {\"from\": \"2027-01-01\", \"to\": \"2200-01-01\"} | bad-dates",
                "\"title\": \"@\" | \"title\": \"x\", \"booking\": {\"label\": \"x\", \"from\": \"+300000-01-01T00:00:00Z\"} | bad-dates",
                "\"title\": \"@\" | \"title\": \"x\", \"booking\": {\"label\": \"x\", \"from\": \"2027-01-01T00:00:00Z\", \"to\": \"+300000-01-01T00:00:00Z\"} | bad-dates",
                "\"title\": \"@\" | \"title\": \"x\", \"facts\": [{\"text\": \"x\", \"before\": \"-2027-01-01\"}] | bad-dates",
                "\"sequence\": \"@\" | \"sequence\": \"999999999999999999\" | bad-sequence"
            })
    void onePoisonEventCostsOnlyItself(String place, String poison, String code) {
        var answer = music.push(
                music.token(),
                BATCH,
                "[" + JSON.writeValueAsString(opened("INS-1")) + "," + poisoned(place, poison) + ","
                        + JSON.writeValueAsString(opened("INS-2")) + "]",
                Instant.now());

        assertThat(answer.statuses()).containsExactly("applied", "refused", "applied");
        assertThat(answer.fault()).isEqualTo(code);
        assertThat(ledger.feed(zoe)).hasSize(2);
        assertThat(jdbc.sql("select code from partners.refusal where partner = :partner")
                        .param("partner", music.partner.id())
                        .query(String.class)
                        .list())
                .as("told to its engineers")
                .containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a b",
                "/a|b",
                "/{numero}",
                "/%zz",
                "/a%",
                "/a\\nb",
                "/é",
                "/a#b#c",
                "//ailleurs.example",
                "/\\\\ailleurs.example",
                "/../ailleurs",
                "/a/%2E./b",
                "dossiers"
            })
    void aPathThatIsNoneIsRefused(String path) {
        var poison = poisoned("\"title\": \"@\"", "\"title\": \"x\", \"path\": \"" + path + "\"");

        var answer = music.push(music.token(), BATCH, "[" + poison + "]", Instant.now());

        assertThat(answer.fault()).isIn("bad-path", "bad-text");
        assertThat(ledger.feed(zoe)).isEmpty();
    }

    @Test
    void aBodyNestedBeyondReasonIsExplained() {
        var deep = "[".repeat(5_000) + "]".repeat(5_000);

        assertThat(music.push(music.token(), BATCH, deep, Instant.now()).code()).isEqualTo("bad-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "/", "application/json;charset=", "a/b/c"})
    void aContentTypeThatIsNoneIsExplained(String type) {
        assertThat(music.push(music.token(), type, "[]", Instant.now()).code()).isEqualTo("bad-type");
    }

    @Test
    void whatComesAfterNothingIsAPage() {
        music.pushOne(opened("INS-1"));

        assertThat(music.get("/api/v1/partenaires/dossiers?apres=%00").status()).isEqualTo(200);
    }

    /** The net below all checks, with a real database that refuses. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTheDatabaseRefusesCostsOnlyItself(
            boolean within, @Autowired Piecemeal piecemeal, @Autowired TransactionTemplate transaction) {
        var words = List.of("un", "d\0eux", "trois");

        var outcome = within
                ? transaction.execute(status -> piecemeal.take(words, this::keep, word -> "refused"))
                : piecemeal.take(words, this::keep, word -> "refused");

        assertThat(outcome).containsExactly("kept", "refused", "kept");
        assertThat(jdbc.sql("select content from partners.refusal where partner = :partner order by id")
                        .param("partner", music.partner.id())
                        .query(String.class)
                        .list())
                .containsExactly("un", "trois");
    }

    private List<String> keep(List<String> words) {
        jdbc.sql("""
                        insert into partners.refusal (partner, at, code, pointer, detail, content)
                        select :partner, now(), :code, '', '', word from unnest(:words) word
                        """)
                .param("partner", music.partner.id())
                .param("code", Piecemeal.NOT_KEPT.code())
                .param("words", words.toArray(String[]::new))
                .update();
        return words.stream().map(word -> "kept").toList();
    }

    private Map<String, Object> opened(String key) {
        return music.event("case.opened", key, 1, Map.of("person", Map.of("sub", sub), "title", "Inscription"));
    }

    /** A good event, but for one place: {@code "name": "@"} stands for whatever value that one has. */
    private String poisoned(String place, String poison) {
        var good = JSON.writeValueAsString(opened("INS-3")).replace("\":", "\": ");
        var pattern = Pattern.quote(place).replace("@", "\\E[^\"]*\\Q");
        var changed = Pattern.compile(pattern).matcher(good).replaceFirst(Matcher.quoteReplacement(poison));
        assertThat(changed).isNotEqualTo(good);
        return changed;
    }
}
