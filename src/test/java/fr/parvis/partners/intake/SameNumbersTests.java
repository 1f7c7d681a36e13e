package fr.parvis.partners.intake;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.applications.Acquaintances;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.partners.links.FamilyLinks;
import fr.parvis.partners.links.Known;
import fr.parvis.partners.links.Link;
import fr.parvis.partners.links.Link.Proof;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Cast.Player;
import fr.parvis.testing.Inbox;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.LinkedServices;
import fr.parvis.tracking.LinkedServices.Due;
import fr.parvis.tracking.Standing.State;
import fr.parvis.tracking.TimelineEvent;
import fr.parvis.tracking.TrackedItem;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A succession between two partners who both number people: the same number may be Léo at one, Mia at the other. */
@ParvisTest
class SameNumbersTests {

    private static final LinkedServices.Board NOTHING = new LinkedServices.Board(List.of(), List.of(), List.of());

    @Autowired
    private PartnerHouse house;

    @Autowired
    private Takeover takeover;

    @Autowired
    private FamilyLinks links;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private Ledger ledger;

    @Autowired
    private LinkedServices services;

    @Autowired
    private Cast cast;

    @LocalServerPort
    private int port;

    private final String twelve = "ELEVE-12-" + UUID.randomUUID();
    private final String thirteen = "ELEVE-13-" + UUID.randomUUID();
    private PartnerProgram former;
    private PartnerProgram newer;
    private Player ines;
    private Player paul;
    private Player karim;

    @BeforeEach
    void twoPartnersAndTheirPupils() {
        former = house.register("Conservatoire", port);
        newer = house.register("École de musique", port);
        ines = cast.resident("Inès", "Martin");
        paul = cast.resident("Paul", "Arnaud");
        karim = cast.resident("Karim", "Haddad");
    }

    @Test
    void nobodyFollowsAnotherFamilysChild() {
        link(former, ines, twelve, "Léo");
        link(newer, karim, twelve, "Mia");
        push(opened(former, "LEO-1", twelve), facts(former, twelve, 1, "Léo doit 3 €"));
        push(opened(newer, "MIA-1", twelve), booking("MIA-1"), facts(newer, twelve, 1, "Mia doit 5 €"));
        assertThat(takeover.estate(former.partner, newer.partner).again()).isEqualTo(1);

        replace();

        assertThat(links.of(account(ines))).isEmpty();
        assertThat(acquaintances.find(newer.partner.application(), account(ines)))
                .as("nothing of the account is given away")
                .isEmpty();
        var own = item(ines, "LEO-1");
        assertThat(own.standing().state()).isEqualTo(State.DONE);
        assertThat(own.provider()).isEqualTo("Conservatoire");
        assertThat(labels(own)).containsExactly("Demande déposée", "Suivi arrêté");
        assertThat(services.of(account(ines), Instant.EPOCH)).isEqualTo(NOTHING);
        assertThat(titles(karim)).containsExactly("MIA-1");
        assertThat(dues(karim)).containsExactly("Mia doit 5 €");

        push(message(newer, "MIA-1", twelve, 3), facts(newer, twelve, 2, "Mia doit 7 €"));
        assertThat(newer.pushOne(message(newer, "LEO-1", twelve, 1)).statuses())
                .as("of that case it knows nothing")
                .containsExactly("waiting");
        assertThat(titles(ines)).containsExactly("LEO-1");
        assertThat(services.of(account(ines), Instant.EPOCH)).isEqualTo(NOTHING);

        link(newer, paul, twelve, "Mia");
        assertThat(titles(paul)).containsExactly("MIA-1");
        assertThat(dues(paul)).containsExactly("Mia doit 7 €");
    }

    @Test
    void whoIsNotCarriedOverIsAskedToLinkAgain() {
        link(former, ines, twelve, "Léo");
        link(former, ines, thirteen, "Zoé");
        link(newer, karim, twelve, "Mia");
        push(opened(former, "LEO-1", twelve), opened(former, "ZOE-1", thirteen), ofTheAccount("FACTURE-1"));

        replace();

        assertThat(Inbox.read(ines.email(), "École de musique remplace"))
                .contains("Pour «\u00a0Léo\u00a0», liez de nouveau votre compte", "Les autres comptes")
                .doesNotContain("Zoé", "Mia", "Karim");
        assertThat(links.of(account(ines))).extracting(Link::member).containsExactly(thirteen);
        assertThat(open(ines)).containsExactlyInAnyOrder("ZOE-1", "FACTURE-1");
        push(message(newer, "ZOE-1", thirteen, 1));
        assertThat(labels(item(ines, "ZOE-1"))).containsExactly("Demande déposée", "Message");
    }

    @Test
    void bothParentsOfAChildWhomNobodyLinkedThereGoOver() {
        link(former, ines, twelve, "Léo");
        link(former, paul, twelve, "Léo");
        push(opened(former, "LEO-1", twelve), facts(former, twelve, 1, "Léo doit 3 €"));
        assertThat(takeover.estate(former.partner, newer.partner).again()).isZero();

        replace();
        push(message(newer, "LEO-1", twelve, 1));

        for (var parent : List.of(ines, paul)) {
            assertThat(links.of(account(parent))).extracting(Link::partner).containsExactly(newer.partner.id());
            assertThat(labels(item(parent, "LEO-1"))).containsExactly("Demande déposée", "Message");
            assertThat(dues(parent)).containsExactly("Léo doit 3 €");
        }
        assertThat(Inbox.read(paul.email(), "École de musique remplace"))
                .contains("Les comptes que vous aviez liés")
                .doesNotContain("liez de nouveau");
    }

    /** Who proved to both partners that a number is theirs goes on; who proved it to one of them does not. */
    @Test
    void ofTwoParentsWhoProvedItToBothGoesOnAndTheOtherOnceLinkedAgain() {
        link(former, ines, twelve, "Léo");
        link(former, paul, twelve, "Léo");
        link(newer, ines, twelve, "Léo");
        push(opened(former, "LEO-1", twelve), facts(former, twelve, 1, "Léo doit 3 €"));

        replace();

        assertThat(links.of(account(ines))).hasSize(1);
        assertThat(open(ines)).containsExactly("LEO-1");
        assertThat(dues(ines)).containsExactly("Léo doit 3 €");
        assertThat(links.of(account(paul))).isEmpty();
        assertThat(open(paul)).isEmpty();
        assertThat(services.of(account(paul), Instant.EPOCH)).isEqualTo(NOTHING);
        push(message(newer, "LEO-1", twelve, 1));
        assertThat(labels(item(paul, "LEO-1"))).containsExactly("Demande déposée", "Suivi arrêté");

        link(newer, paul, twelve, "Léo");

        assertThat(open(paul)).containsExactly("LEO-1");
        assertThat(dues(paul)).containsExactly("Léo doit 3 €");
        assertThat(titles(ines)).containsExactly("LEO-1");
    }

    @Test
    void whatBothKnewIsToldByTheSuccessorAlone() {
        link(former, ines, twelve, "Léo");
        link(newer, ines, twelve, "Léo");
        push(opened(former, "LEO-1", twelve), facts(former, twelve, 1, "Léo doit 3 €"));
        push(opened(newer, "LEO-1", twelve), facts(newer, twelve, 1, "Léo doit 4 €"));

        replace();

        assertThat(dues(ines)).containsExactly("Léo doit 4 €");
        assertThat(ledger.feed(account(ines)))
                .filteredOn(item -> item.standing().state() == State.OPEN)
                .extracting(TrackedItem::provider)
                .containsExactly("École de musique");
        assertThat(titles(ines)).as("its history stays").containsExactly("LEO-1", "LEO-1");

        links.unlink(account(ines), links.of(account(ines)).getFirst().id());

        assertThat(ledger.feed(account(ines))).isEmpty();
        assertThat(services.of(account(ines), Instant.EPOCH)).isEqualTo(NOTHING);
    }

    private void replace() {
        assertThat(takeover.replace(former.partner, newer.partner)).isTrue();
    }

    private void link(PartnerProgram program, Player person, String member, String label) {
        links.link(account(person), program.partner, new Known(member, label), label, Proof.CODE);
    }

    @SafeVarargs
    private void push(Map<String, Object>... events) {
        for (var event : events) {
            var program = former.partner.source().equals(event.get("source")) ? former : newer;
            assertThat(program.pushOne(event).statuses()).containsExactly("applied");
        }
    }

    private static Map<String, Object> opened(PartnerProgram program, String key, String member) {
        return program.event("case.opened", key, 1, of(member, "title", key));
    }

    private static Map<String, Object> message(PartnerProgram program, String key, String member, long sequence) {
        return program.event("case.message", key, sequence, of(member, "detail", "Bonjour."));
    }

    private Map<String, Object> booking(String key) {
        var audition = Map.of("label", "Audition", "from", "2099-12-05T14:00:00+01:00");
        return newer.event("case.booking", key, 2, of(twelve, "booking", audition));
    }

    private Map<String, Object> ofTheAccount(String key) {
        var sub = links.of(account(ines)).getFirst().sub();
        return former.event("case.opened", key, 1, Map.of("person", Map.of("sub", sub), "title", key));
    }

    private static Map<String, Object> facts(PartnerProgram program, String member, long sequence, String text) {
        var event = program.event(
                "person.facts", "x", sequence, of(member, "facts", List.of(Map.of("text", text, "todo", true))));
        event.remove("subject");
        return event;
    }

    private static Map<String, Object> of(String member, String name, Object value) {
        return new HashMap<>(Map.of("person", Map.of("member", member), name, value));
    }

    private static UUID account(Player person) {
        return person.viewer().account();
    }

    private TrackedItem item(Player person, String title) {
        return ledger.feed(account(person)).stream()
                .filter(item -> item.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private List<String> titles(Player person) {
        return ledger.feed(account(person)).stream().map(TrackedItem::title).toList();
    }

    private List<String> open(Player person) {
        return ledger.feed(account(person)).stream()
                .filter(item -> item.standing().state() == State.OPEN)
                .map(TrackedItem::title)
                .toList();
    }

    private List<String> labels(TrackedItem item) {
        return ledger.events(item.reference()).stream()
                .map(TimelineEvent::label)
                .toList();
    }

    private List<String> dues(Player person) {
        return services.of(account(person), Instant.EPOCH).dues().stream()
                .map(Due::fact)
                .map(LinkedServices.Fact::text)
                .toList();
    }
}
