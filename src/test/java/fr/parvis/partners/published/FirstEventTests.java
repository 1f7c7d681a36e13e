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
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The script of the guide does what the guide says, with curl, openssl and sh only. */
@ParvisTest
class FirstEventTests {

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
        var ran = run(Map.of());

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
        var ran = run(Map.of("SIGNING_KEY", "whsec_AAAA"));

        assertThat(ran.status()).isNotZero();
        assertThat(ran.output()).contains("bad-signature");
        assertThat(ledger.feed(zoe)).isEmpty();
    }

    private record Ran(int status, String output) {}

    private Ran run(Map<String, String> changed) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("sh", "docs/partenaires/premier-evenement.sh").redirectErrorStream(true);
        var settings = new HashMap<>(music.settings());
        settings.put("MEMBER", member);
        settings.putAll(changed);
        builder.environment().putAll(settings);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), output);
    }
}
