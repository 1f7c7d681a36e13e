package fr.parvis.partners.intake;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.identity.AccountClosed;
import fr.parvis.kernel.French;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.partners.links.FamilyLinks;
import fr.parvis.partners.links.Known;
import fr.parvis.partners.links.Link.Proof;
import fr.parvis.partners.links.LinkOutcome;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Cast.Player;
import fr.parvis.testing.Doorman;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.Standing.State;
import fr.parvis.tracking.TimelineEvent;
import fr.parvis.tracking.TrackedItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A child whom both parents link: each follows its cases, and neither sees the other. */
@ParvisTest
class SharedPersonTests {

    @Autowired
    private PartnerHouse house;

    @Autowired
    private FamilyLinks links;

    @Autowired
    private Cast cast;

    @Autowired
    private Doorman doorman;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private final String leo = "ELEVE-" + UUID.randomUUID();
    private PartnerProgram music;
    private Player mother;
    private Player father;

    @BeforeEach
    void aChildIsKnownThere() {
        music = house.register("Conservatoire", port);
        mother = cast.resident("Inès", "Martin");
        father = cast.resident("Paul", "Arnaud");
        link(mother);
    }

    @Test
    void bothFollowTheCaseUnderReferencesOfTheirOwn() {
        link(father);
        push(opened("INS-1", 1), todo("INS-1", 2, "Signez la fiche"), booking("INS-1", 3));

        var hers = item(mother);
        var his = item(father);
        assertThat(his.reference()).isNotEqualTo(hers.reference());
        assertThat(List.of(hers, his)).allSatisfy(item -> {
            assertThat(item.title()).isEqualTo("Cours de piano");
            assertThat(item.standing().todo()).isEqualTo("Signez la fiche");
            assertThat(labels(item)).containsExactly("Demande déposée", "Signez la fiche", "Audition");
        });
        assertThat(stored("state = 'APPLIED'")).isEqualTo(3);
        for (var parent : List.of(mother, father)) {
            assertThat(feed(parent))
                    .containsSubsequence(
                            "À vous de jouer", "Signez la fiche", "Cette semaine", "Audition", "Salle Ravel")
                    .contains("/suivi/" + item(parent).reference().value());
        }
    }

    @Test
    void neitherSeesTheOtherAndAThirdSeesNothing() {
        link(father);
        push(opened("INS-1", 1));
        var stranger = browser(cast.resident("Karim", "Haddad"));
        var hers = "/suivi/" + item(mother).reference().value();
        var his = "/suivi/" + item(father).reference().value();

        assertThat(browser(father).get(his).status()).isEqualTo(200);
        assertThat(browser(father).get(his).body())
                .doesNotContain("Inès", item(mother).reference().value());
        assertThat(browser(father).get(hers).status()).isEqualTo(404);
        assertThat(browser(mother).get(his).status()).isEqualTo(404);
        assertThat(stranger.get(hers).status()).isEqualTo(404);
        assertThat(stranger.get(his).status()).isEqualTo(404);
        assertThat(stranger.get("/mon-fil").body()).doesNotContain("Cours de piano");
        assertThat(browser(father).get("/mes-services").body()).doesNotContain("Inès");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoLeavesTakesTheirOwnThreadOnly(boolean first) {
        link(father);
        var leaving = first ? mother : father;
        var staying = first ? father : mother;
        var all = new Object[] {
            opened("INS-1", 1), todo("INS-1", 2, "Signez la fiche"), booking("INS-1", 3), facts(1), message("INS-2", 2)
        };
        push(all);
        var gone = item(leaving).reference();

        links.unlink(account(leaving), links.of(account(leaving)).getFirst().id());

        assertThat(ledger.feed(account(leaving))).isEmpty();
        assertThat(ledger.find(gone)).isEmpty();
        assertThat(ledger.events(gone)).isEmpty();
        assertThat(feed(leaving)).doesNotContain("Audition", "3 cours à venir");
        assertThat(feed(staying)).contains("Signez la fiche", "Audition", "3 cours à venir");
        assertThat(music.push(List.of(all)).statuses())
                .as("ids are still known")
                .containsOnly("duplicate")
                .hasSize(5);
        assertThat(music.push(List.of(opened("INS-2", 1), message("INS-1", 4))).statuses())
                .containsExactly("applied", "applied");
        assertThat(ledger.feed(account(staying)))
                .extracting(this::labels)
                .containsExactlyInAnyOrder(
                        List.of("Demande déposée", "Signez la fiche", "Audition", "Message"),
                        List.of("Demande déposée", "Message"));
        assertThat(ledger.feed(account(leaving))).isEmpty();
    }

    @Test
    void aClosedAccountLeavesNothingAndTheOtherKeepsAll(
            @Autowired ApplicationEventPublisher events, @Autowired TransactionTemplate transaction) {
        link(father);
        push(opened("INS-1", 1), named(account(mother), "FACTURE-1"));
        var gone = ledger.feed(account(mother)).stream()
                .map(TrackedItem::reference)
                .toList();
        assertThat(gone).hasSize(2);

        transaction.executeWithoutResult(
                status -> events.publishEvent(new AccountClosed(account(mother), mother.email())));

        assertThat(gone)
                .allSatisfy(reference -> assertThat(ledger.find(reference)).isEmpty());
        assertThat(jdbc.sql("select count(*) from partners.event where account = :account")
                        .param("account", account(mother))
                        .query(Integer.class)
                        .single())
                .isZero();
        push(message("INS-1", 2));
        assertThat(labels(item(father))).containsExactly("Demande déposée", "Message");
    }

    @Test
    void whoLinksLaterFollowsFromWhereItStands() {
        push(opened("INS-1", 1), todo("INS-1", 2, "Signez la fiche"), booking("INS-1", 3), facts(1));
        push(opened("INS-0", 1), music.event("case.closed", "INS-0", 2, Map.of("person", Map.of("member", leo))));

        link(father);

        assertThat(ledger.feed(account(father))).hasSize(1);
        assertThat(item(father).standing()).isEqualTo(item(mother).standing());
        assertThat(labels(item(father))).as("nothing from before the link").containsExactly("Suivi remis à jour");
        assertThat(feed(father)).contains("Signez la fiche", "Audition", "3 cours à venir");
        push(message("INS-1", 4));
        assertThat(labels(item(father))).containsExactly("Suivi remis à jour", "Message");
        assertThat(labels(item(mother))).containsExactly("Demande déposée", "Signez la fiche", "Audition", "Message");
    }

    @Test
    void aCaseThatIsToldWholeIsJoinedByWhoLinkedSince() {
        push(opened("INS-0", 1), music.event("case.closed", "INS-0", 2, Map.of("person", Map.of("member", leo))));
        link(father);
        push(message("INS-0", 3), whole("INS-0", 4), message("INS-0", 5));

        assertThat(labels(item(father))).containsExactly("Suivi remis à jour", "Message");
        assertThat(labels(item(mother)))
                .containsExactly("Demande déposée", "Demande terminée", "Message", "Suivi remis à jour", "Message");
        assertThat(item(father).standing().state()).isEqualTo(State.OPEN);
    }

    @Test
    void aCaseUnderOurNameOfOneAccountStaysTheirs() {
        link(father);
        push(named(account(mother), "FACTURE-1"));
        var his = Map.of("person", Map.of("sub", sub(account(father))), "detail", "Et moi ?");
        for (var other : List.of(
                message("FACTURE-1", 2), whole("FACTURE-1", 3), music.event("case.message", "FACTURE-1", 4, his))) {
            assertThat(music.push(List.of(other)).fault()).isEqualTo("somebody-elses-case");
        }
        var hers = Map.of("person", Map.of("sub", sub(account(mother))), "detail", "Bonjour.");
        push(music.event("case.message", "FACTURE-1", 2, hers));

        assertThat(labels(item(mother))).containsExactly("Demande déposée", "Message");
        assertThat(ledger.feed(account(father))).isEmpty();
    }

    @Test
    void linkedTwiceItIsLinkedOnce() {
        assertThat(links.link(account(mother), music.partner, new Known(leo, "Léo"), "Léo", Proof.CODE))
                .isEqualTo(new LinkOutcome.AlreadyYours());
        assertThat(links.of(account(mother))).hasSize(1);
    }

    @Test
    void thePartnerSeesTheCaseOnce() {
        link(father);
        push(opened("INS-1", 1), opened("INS-2", 1));

        assertThat(music.get("/api/v1/partenaires/dossiers")
                        .body()
                        .path("cases")
                        .findValuesAsString("key"))
                .containsExactly("INS-1", "INS-2");
    }

    /** All that a statement inserted has the same {@code cmin}. */
    @Test
    void fiveHundredEventsForBothAreWrittenByAsManyStatementsAsOne() {
        link(father);
        var events = IntStream.range(0, 250)
                .boxed()
                .flatMap(n -> Stream.of(opened("INS-" + n, 1), booking("INS-" + n, 2)))
                .toList();

        assertThat(music.push(events).statuses()).containsOnly("applied").hasSize(500);

        assertThat(written("tracking.item where owner in (:owners)")).isEqualTo("500 rows, 1 statements");
        assertThat(
                        written(
                                "tracking.event where reference in (select reference from tracking.item where owner in (:owners))"))
                .isEqualTo("1000 rows, 1 statements");
        assertThat(written("partners.booking where account in (:owners)")).isEqualTo("500 rows, 1 statements");
        assertThat(written("partners.foreign_case where owner in (:owners)")).isEqualTo("500 rows, 1 statements");
    }

    private String written(String rows) {
        return jdbc.sql("select count(*) || ' rows, ' || count(distinct cmin::text) || ' statements' from " + rows)
                .param("owners", List.of(account(mother), account(father)))
                .query(String.class)
                .single();
    }

    private void link(Player parent) {
        assertThat(links.link(account(parent), music.partner, new Known(leo, "Léo"), "Léo", Proof.CODE))
                .isEqualTo(new LinkOutcome.Made());
    }

    private void push(Object... events) {
        assertThat(music.push(List.of(events)).statuses())
                .doesNotContain("refused")
                .hasSize(events.length);
    }

    private Map<String, Object> opened(String key, long sequence) {
        return music.event("case.opened", key, sequence, ofLeo("title", "Cours de piano"));
    }

    private Map<String, Object> message(String key, long sequence) {
        return music.event("case.message", key, sequence, ofLeo("detail", "Bonjour."));
    }

    private Map<String, Object> todo(String key, long sequence, String label) {
        return music.event(
                "case.action-required", key, sequence, ofLeo("todo", Map.of("kind", "ANSWER", "label", label)));
    }

    private Map<String, Object> booking(String key, long sequence) {
        var soon = French.day(Instant.now()).plusDays(2) + "T10:00:00+01:00";
        return music.event(
                "case.booking",
                key,
                sequence,
                ofLeo("booking", Map.of("label", "Audition", "from", soon, "place", "Salle Ravel")));
    }

    private Map<String, Object> whole(String key, long sequence) {
        var data = Map.of(
                "person", Map.of("member", leo), "title", "Cours de piano", "steps", Map.of("done", 1, "total", 3));
        return music.event("case.state", key, sequence, data);
    }

    private Map<String, Object> facts(long sequence) {
        var event =
                music.event("person.facts", "x", sequence, ofLeo("facts", List.of(Map.of("text", "3 cours à venir"))));
        event.remove("subject");
        return event;
    }

    private Map<String, Object> named(UUID account, String key) {
        return music.event("case.opened", key, 1, Map.of("person", Map.of("sub", sub(account)), "title", "Facture"));
    }

    private Map<String, Object> ofLeo(String member, Object value) {
        return Map.of("person", Map.of("member", leo), member, value);
    }

    private String sub(UUID account) {
        return links.of(account).getFirst().sub();
    }

    private static UUID account(Player parent) {
        return parent.viewer().account();
    }

    private TrackedItem item(Player parent) {
        return ledger.feed(account(parent)).getFirst();
    }

    private List<String> labels(TrackedItem item) {
        return ledger.events(item.reference()).stream()
                .map(TimelineEvent::label)
                .toList();
    }

    private Browser browser(Player player) {
        return doorman.admit(account(player), new Browser(port));
    }

    private String feed(Player parent) {
        return browser(parent).get("/mon-fil").body();
    }

    private int stored(String condition) {
        return jdbc.sql("select count(*) from partners.event where partner = :partner and " + condition)
                .param("partner", music.partner.id())
                .query(Integer.class)
                .single();
    }
}
