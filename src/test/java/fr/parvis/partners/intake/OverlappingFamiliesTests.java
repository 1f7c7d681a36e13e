package fr.parvis.partners.intake;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.testing.Cast;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.TimelineEvent;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mother who follows two children, and a father who follows one of them: he learns nothing of the other. */
@ParvisTest
class OverlappingFamiliesTests {

    private static final String REFUSED = "somebody-elses-case";

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

    private final String leosNumber = "LEO-" + UUID.randomUUID();
    private final String zoesNumber = "ZOE-" + UUID.randomUUID();
    private final Map<String, String> leo = Map.of("member", leosNumber);
    private final Map<String, String> zoe = Map.of("member", zoesNumber);
    private PartnerProgram music;
    private UUID mother;
    private UUID father;
    private Map<String, String> mothersName;

    @BeforeEach
    void familiesOverlap() {
        music = house.register("Conservatoire", port);
        mother = cast.resident("Inès", "Martin").viewer().account();
        father = cast.resident("Paul", "Arnaud").viewer().account();
        mothersName = Map.of("sub", house.link(music, mother, zoesNumber));
        house.link(music, mother, leosNumber);
        house.link(music, father, leosNumber);
    }

    @Test
    void whatIsToldOfOneChildIsNotShownInTheCaseOfAnother() {
        push(opened(leo));

        for (var other : List.of(zoe, mothersName)) {
            assertThat(music.pushOne(message(other, 2)).code()).isEqualTo(REFUSED);
            assertThat(music.pushOne(message(other, 1)).code()).as("late").isEqualTo(REFUSED);
            assertThat(music.pushOne(message(other, 7)).code()).as("early").isEqualTo(REFUSED);
        }
        push(message(leo, 2));

        assertThat(labels(mother)).containsExactly("Demande déposée", "Message");
        assertThat(labels(father)).containsExactly("Demande déposée", "Message");
    }

    @Test
    void aCaseUnderOurNameOfAnAccountIsSpokenOfUnderThatNameOnly() {
        push(opened(mothersName));

        assertThat(music.pushOne(message(leo, 2)).code()).isEqualTo(REFUSED);
        assertThat(music.pushOne(message(zoe, 2)).code()).isEqualTo(REFUSED);
        push(message(mothersName, 2));

        assertThat(labels(mother)).containsExactly("Demande déposée", "Message");
        assertThat(ledger.feed(father)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWaitedForAnotherChildIsRefusedWhenTheCaseBegins(boolean together) {
        var waiting = List.of(message(zoe, 2), message(mothersName, 3), message(leo, 2));
        if (together) {
            assertThat(music.push(List.of(waiting.get(0), waiting.get(1), waiting.get(2), opened(leo)))
                            .statuses())
                    .containsExactly("refused", "refused", "applied", "applied");
        } else {
            assertThat(music.push(waiting).statuses()).containsOnly("waiting");
            push(opened(leo));
        }

        assertThat(labels(father)).containsExactly("Demande déposée", "Message");
        assertThat(refusals()).containsExactly(REFUSED, REFUSED);
        assertThat(jdbc.sql("select count(*) from partners.event where partner = :partner and state = 'WAITING'")
                        .param("partner", music.partner.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(music.pushOne(waiting.getFirst()).code())
                .as("sent again, it is still wrong")
                .isEqualTo(REFUSED);
    }

    private void push(Map<String, Object> event) {
        assertThat(music.pushOne(event).statuses()).containsExactly("applied");
    }

    private Map<String, Object> opened(Map<String, String> person) {
        return music.event("case.opened", "INS-1", 1, Map.of("person", person, "title", "Cours de piano"));
    }

    private Map<String, Object> message(Map<String, String> person, long sequence) {
        return music.event("case.message", "INS-1", sequence, Map.of("person", person, "detail", "Bonjour."));
    }

    private List<String> labels(UUID account) {
        var item = ledger.feed(account).getFirst();
        return ledger.events(item.reference()).stream()
                .map(TimelineEvent::label)
                .toList();
    }

    private List<String> refusals() {
        return jdbc.sql("select code from partners.refusal where partner = :partner")
                .param("partner", music.partner.id())
                .query((row, number) -> row.getString(1))
                .list();
    }
}
