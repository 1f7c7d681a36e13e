package fr.parvis.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.parvis.identity.Accounts;
import fr.parvis.organisation.Colleague;
import fr.parvis.organisation.Membership;
import fr.parvis.organisation.Membership.Function;
import fr.parvis.organisation.Office;
import fr.parvis.organisation.Organisation;
import fr.parvis.organisation.Roles;
import fr.parvis.organisation.StaffEvent;
import fr.parvis.organisation.StaffEvent.Kind;
import fr.parvis.organisation.StaffJournal;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Doorman;
import fr.parvis.testing.MovingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IdentityTest
class ColleaguesTests {

    private static final String AGENTS = "/bureau/agents";
    private static final String ADD = AGENTS + "/ajouter";

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    Organisation organisation;

    @Autowired
    Roles roles;

    @Autowired
    StaffJournal journal;

    @Autowired
    Doorman doorman;

    @Autowired
    MovingClock clock;

    private UUID alix = new UUID(0, 0);
    private Browser desk = new Browser(0);

    @BeforeEach
    void sitDown() {
        alix = people.open(People.newEmail());
        organisation.makeAdministrator(alix);
        desk = doorman.admit(alix, people.browser());
    }

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void opensAnAccountForWhoHasNone() {
        var email = People.newEmail();
        var added = add(email, "firstName", "Sam", "lastName", "Ba");
        assertThat(added.location()).startsWith(AGENTS + "/").endsWith("?fait=ajout");
        var sam = accounts.findByEmail(email).orElseThrow();
        assertThat(sam.fullName()).isEqualTo("Sam Ba");
        assertThat(organisation.memberships(sam.account()))
                .containsExactly(new Membership(sam.account(), "voirie", Function.AGENT, "Instructeur"));
        assertThat(people.emailsTo(email).getLast().subject()).isEqualTo("Votre accès au bureau");
        assertThat(desk.get(added.location()).body()).contains("Sam Ba", "L’agent est ajouté", "par Zoé Martin");
        assertThat(desk.get(AGENTS).body()).contains("Ba Sam", "À la première connexion");
    }

    @Test
    void keepsTheNameOfWhoHasAnAccount() {
        var email = People.newEmail();
        var account = people.open(email);
        assertThat(add(email).status()).isEqualTo(303);
        assertThat(accounts.find(account).orElseThrow().fullName()).isEqualTo("Zoé Martin");
        assertThat(people.browser().get(AGENTS).location()).contains("/connexion?suite=");
    }

    @Test
    void saysWhatIsMissingAndLosesNothing() {
        desk.get(ADD);
        var again = desk.post(ADD, "email", "sam", "quality", "Cheffe", "unit", "voirie", "function", "HEAD_OF_UNIT");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("en entier", "value=\"Cheffe\"", "value=\"sam\"");
        var names = desk.post(ADD, "email", People.newEmail(), "unit", "nulle-part", "quality", "");
        assertThat(names.body())
                .contains("écrivez le prénom", "écrivez le nom", "Choisissez le service", "Écrivez la qualité");
    }

    @Test
    void givesAndWithdrawsWithATrace() {
        var account = people.open(People.newEmail());
        var path = AGENTS + "/" + roles.appoint(new Membership(account, "voirie", Function.AGENT, "Instructeur"), alix);
        var theirs = doorman.admit(account, people.browser());
        desk.get(path);
        desk.post(path + "/fonctions", "office", "ADMINISTRATOR");
        assertThat(theirs.get("/essai/connecte").body()).isEqualTo("Zoé Martin [voirie] true");
        desk.post(path + "/places", "unit", "accueil", "function", "HEAD_OF_UNIT", "quality", "Responsable");
        desk.post(path + "/fonctions/retrait", "office", "ADMINISTRATOR");
        assertThat(theirs.get("/essai/connecte").body()).endsWith("false");
        desk.post(path + "/places/retrait", "unit", "voirie");
        assertThat(theirs.get("/essai/connecte").body()).isEqualTo("Zoé Martin [accueil] false");
        assertThat(journal.of(account))
                .extracting(StaffEvent::kind, event -> event.role().orElse(""), StaffEvent::by)
                .containsExactly(
                        tuple(Kind.WITHDRAWN, "AGENT", Optional.of(alix)),
                        tuple(Kind.WITHDRAWN, "ADMINISTRATOR", Optional.of(alix)),
                        tuple(Kind.GIVEN, "HEAD_OF_UNIT", Optional.of(alix)),
                        tuple(Kind.GIVEN, "ADMINISTRATOR", Optional.of(alix)),
                        tuple(Kind.GIVEN, "AGENT", Optional.of(alix)));
    }

    @Test
    void makesAResidentOfWhoLeaves() {
        var email = People.newEmail();
        var account = people.open(email);
        var path = AGENTS + "/" + roles.appoint(new Membership(account, "voirie", Function.AGENT, "Instructeur"), alix);
        var theirs = doorman.admit(account, people.browser());
        desk.get(path);
        desk.post(path + "/places/retrait", "unit", "voirie");
        assertThat(theirs.get("/essai/connecte").location()).contains("/connexion?suite=");
        assertThat(people.signedIn(email).get("/essai/connecte").body()).isEqualTo("Zoé Martin [] false");
        assertThat(roles.colleagues()).extracting(Colleague::account).doesNotContain(account);
        assertThat(desk.get(path).body()).contains("rôle retiré");
    }

    @Test
    void keepsTheLastAdministrator() {
        var others = roles.colleagues().stream()
                .filter(colleague -> colleague.offices().contains(Office.ADMINISTRATOR))
                .filter(colleague -> !colleague.account().equals(alix))
                .toList();
        others.forEach(other -> roles.withdraw(other.account(), Office.ADMINISTRATOR, alix));
        try {
            var path = AGENTS + "/" + colleague(alix).id();
            desk.get(path);
            var refused = desk.post(path + "/fonctions/retrait", "office", "ADMINISTRATOR");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains("C’est la dernière personne");
            assertThat(organisation.isAdministrator(alix)).isTrue();
        } finally {
            others.forEach(other -> roles.give(other.account(), Office.ADMINISTRATOR, null));
        }
    }

    @Test
    void letsWhoLostTheirPhoneBeginAgain() {
        var email = People.newEmail();
        var account = people.open(email);
        var path = AGENTS + "/" + roles.appoint(new Membership(account, "voirie", Function.AGENT, "Instructeur"), alix);
        accounts.equip(account);
        desk.get(path);
        assertThat(desk.post(path + "/deuxieme-etape").location()).endsWith("?fait=etape");
        assertThat(people.emailsTo(email).getLast().subject()).isEqualTo("Validation en deux étapes à réinstaller");
        assertThat(journal.of(account).getFirst().kind()).isEqualTo(Kind.FACTORS_RESET);
        var theirs = people.browser();
        theirs.get("/connexion");
        theirs.post("/connexion", "email", email, "password", People.PASSWORD);
        assertThat(theirs.get("/connexion/second-facteur").location()).contains("/application");
    }

    @Test
    void isForAdministratorsWhoShowedWhoTheyAre() {
        var path = AGENTS + "/" + colleague(alix).id();
        var agent = people.open(People.newEmail());
        organisation.appoint(new Membership(agent, "voirie", Function.AGENT, "Instructeur"));
        var theirs = doorman.admit(agent, people.browser());
        for (var page : new String[] {AGENTS, ADD, path}) {
            assertThat(theirs.get(page).status()).isEqualTo(403);
        }
        for (var action : new String[] {
            ADD,
            path + "/places",
            path + "/places/retrait",
            path + "/fonctions",
            path + "/fonctions/retrait",
            path + "/deuxieme-etape"
        }) {
            assertThat(theirs.post(action, "unit", "voirie", "office", "DPO").status())
                    .as(action)
                    .isEqualTo(403);
        }
        clock.pass(Duration.ofMinutes(31));
        assertThat(desk.get(path).status()).isEqualTo(200);
        assertThat(desk.get(ADD).location()).contains("/compte/confirmation");
        assertThat(desk.post(path + "/fonctions", "office", "DPO").location()).contains("/compte/confirmation");
    }

    private Colleague colleague(UUID account) {
        return roles.colleagues().stream()
                .filter(one -> one.account().equals(account))
                .findFirst()
                .orElseThrow();
    }

    private Browser.Page add(String email, String... names) {
        desk.get(ADD);
        var form = new ArrayList<>(
                List.of("email", email, "unit", "voirie", "function", "AGENT", "quality", "Instructeur"));
        form.addAll(List.of(names));
        return desk.post(ADD, form.toArray(String[]::new));
    }
}
