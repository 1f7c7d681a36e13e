package fr.parvis.partners.published;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.testing.Cast;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.Standing.Move;
import fr.parvis.tracking.TimelineEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** The script and the commands of the guide do what the guide says, with curl, openssl and sh only. */
@ParvisTest
class FirstEventTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SCRIPT =
            Path.of("docs/partenaires/premier-evenement.sh").toAbsolutePath().toString();

    @TempDir
    private Path folder;

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
    private String member;

    @BeforeEach
    void somebodyIsKnownThere() {
        music = house.register("Conservatoire", port);
        zoe = cast.resident("Zoé", "Martin").viewer().account();
        member = "ELEVE-" + UUID.randomUUID();
        house.link(music, zoe, member);
    }

    @Test
    void theFirstEventsAreInTheResidentsThread() throws Exception {
        var ran = run(Map.of(), SCRIPT);

        assertThat(ran.status()).as(ran.output()).isZero();
        assertThat(ran.output()).contains("1. token received", "\"applied\"", "\"duplicate\"");
        var item = ledger.feed(zoe).getFirst();
        assertThat(item.title()).isEqualTo("Inscription au cours de piano");
        assertThat(item.standing().move()).isEqualTo(Move.RESIDENT);
        assertThat(ledger.events(item.reference()))
                .extracting(TimelineEvent::label)
                .containsExactly("Demande déposée", "Commission", "Envoyez le quotient familial");
    }

    @Test
    void aWrongKeyIsToldAndNothingIsTaken() throws Exception {
        var ran = run(Map.of("SIGNING_KEY", "whsec_AAAA"), SCRIPT);

        assertThat(ran.status()).isNotZero();
        assertThat(ran.output()).contains("bad-signature");
        assertThat(ledger.feed(zoe)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr/premier-evenement.md", "en/first-event.md"})
    void everyCommandOfThePageAnswersWhatThePageSays(String name) throws Exception {
        var page = Schemas.read(Path.of("docs/partenaires", name));
        var commands = blocks(page, "sh");
        assertThat(commands.getFirst()).contains("export MEMBER=");

        var ran = run(Map.of(), "-euc", String.join("\n", commands.subList(1, commands.size())));

        assertThat(ran.status()).as(ran.output()).isZero();
        assertThat(ran.output().lines().map(JSON::readTree))
                .containsExactlyElementsOf(
                        blocks(page, "json").stream().map(JSON::readTree).toList());
    }

    private static List<String> blocks(String page, String language) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private record Ran(int status, String output) {}

    private Ran run(Map<String, String> changed, String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("sh").directory(folder.toFile()).redirectErrorStream(true);
        builder.command().addAll(List.of(command));
        var settings = new HashMap<>(music.settings());
        settings.put("MEMBER", member);
        settings.putAll(changed);
        builder.environment().putAll(settings);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), output);
    }
}
