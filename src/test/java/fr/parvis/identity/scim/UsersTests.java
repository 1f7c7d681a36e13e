package fr.parvis.identity.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import fr.parvis.identity.Accounts;
import fr.parvis.identity.scim.Connector.Reply;
import fr.parvis.identity.scim.connection.DirectoryTokens;
import fr.parvis.organisation.Membership;
import fr.parvis.organisation.Membership.Function;
import fr.parvis.organisation.Office;
import fr.parvis.organisation.Organisation;
import fr.parvis.organisation.Roles;
import fr.parvis.organisation.StaffEvent;
import fr.parvis.organisation.StaffEvent.Kind;
import fr.parvis.organisation.StaffJournal;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Doorman;
import fr.parvis.testing.MailServer;
import fr.parvis.testing.ParvisTest;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Agents arrive, change and leave as Entra ID and Okta say so, over HTTP. */
@ParvisTest
class UsersTests {

    private static final String DEPARTMENT = Resources.ENTERPRISE + ":department";

    @LocalServerPort
    int port;

    @Autowired
    DirectoryTokens tokens;

    @Autowired
    Accounts accounts;

    @Autowired
    Organisation organisation;

    @Autowired
    Roles roles;

    @Autowired
    StaffJournal journal;

    @Autowired
    Cast cast;

    @Autowired
    Doorman doorman;

    Connector directory = new Connector(0, null);

    @BeforeEach
    void connect() {
        directory = new Connector(port, tokens.renew(UUID.randomUUID()).value());
    }

    @AfterEach
    void disconnect() {
        tokens.revoke();
    }

    @Test
    void opensAnAccountAndGivesThePlaceThatTheDepartmentNames() throws Exception {
        var email = Cast.newEmail();
        var created = directory.post("/Users", Connector.person(email, "etat civil"));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Content-Type")).isEqualTo("application/scim+json");
        assertThat(created.header("Location")).endsWith("/scim/v2/Users/" + created.at("/id"));
        assertThat(created.header("ETag")).isEqualTo(created.at("/meta/version"));
        assertThat(created.at("/emails/0/value")).isEqualTo(email);

        var ines = accounts.findByEmail(email).orElseThrow();
        assertThat(ines.fullName()).isEqualTo("Inès Roux");
        assertThat(organisation.memberships(ines.account()))
                .containsExactly(new Membership(ines.account(), "etat-civil", Function.AGENT, "Instructrice"));
        assertThat(journal.of(ines.account()))
                .extracting(StaffEvent::kind, StaffEvent::by)
                .containsExactly(tuple(Kind.GIVEN, Optional.of(StaffEvent.DIRECTORY)));
        await().until(() -> !MailServer.receivedBy(email).isEmpty());
        assertThat(MailServer.receivedBy(email).getFirst().getSubject()).isEqualTo("Votre accès au bureau");
        assertThat(directory.post("/Users", Connector.person(email, "")).at("/scimType"))
                .isEqualTo("uniqueness");
    }

    @Test
    void findsPeopleByWhatConnectorsAskFor() {
        var email = Cast.newEmail();
        var id = arrive(email, "Voirie").at("/id");
        for (var filter : new String[] {
            "userName eq \"%s\"",
            "USERNAME Eq \"%S\"",
            "externalId eq \"ext-%s\"",
            "emails.value eq \"%s\"",
            "urn:ietf:params:scim:schemas:core:2.0:User:userName eq \"%s\"",
            "active eq true and userName eq \"%s\" and meta.lastModified gt \"2020-01-01T00:00:00Z\""
        }) {
            var found = directory.filter("/Users", filter.formatted(email));
            assertThat(found.at("/totalResults")).as(filter).isEqualTo("1");
            assertThat(found.at("/Resources/0/id")).isEqualTo(id);
        }
        for (var filter : new String[] {
            "userName eq \"' or '1'='1\"",
            "active eq false and userName eq \"%s\"",
            "userName eq \"%s\" and meta.lastModified ge \"2100-01-01T00:00:00Z\""
        }) {
            assertThat(directory.filter("/Users", filter.formatted(email)).at("/totalResults"))
                    .as(filter)
                    .isEqualTo("0");
        }
    }

    @Test
    void givesLongListsInParts() {
        arrive(Cast.newEmail(), "");
        arrive(Cast.newEmail(), "");
        var all = directory.get("/Users?count=1&startIndex=2");
        assertThat(all.json().at("/totalResults").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(all.at("/itemsPerPage")).isEqualTo("1");
        assertThat(all.at("/startIndex")).isEqualTo("2");
        assertThat(directory.get("/Users?count=1").at("/Resources/0/id")).isNotEqualTo(all.at("/Resources/0/id"));
        assertThat(directory.get("/Users?count=0").json().at("/Resources")).isEmpty();
        assertThat(directory.get("/Users?count=beaucoup").at("/scimType")).isEqualTo("invalidValue");
        var names = directory
                .get("/Users?count=1&attributes=userName,name.givenName")
                .json()
                .at("/Resources/0");
        assertThat(names.propertyNames()).containsExactlyInAnyOrder("schemas", "id", "userName", "name");
    }

    @Test
    void showsWhoWasAddedByHandAndMakesThemTheDirectorysWithoutANewAccount() {
        var nadia = cast.agent("Nadia", "Belkacem", "voirie");
        var found = directory.filter("/Users", "userName eq \"" + nadia.email() + "\"");
        assertThat(found.at("/totalResults")).isEqualTo("1");
        var adopted = directory.post("/Users", Connector.person(nadia.email(), "Voirie"));
        assertThat(adopted.status()).isEqualTo(201);
        assertThat(adopted.at("/id")).isEqualTo(found.at("/Resources/0/id"));
        assertThat(organisation.memberships(nadia.viewer().account()))
                .containsExactly(new Membership(nadia.viewer().account(), "voirie", Function.AGENT, "Instructeur"));
    }

    @Test
    void neverMakesAnAgentOfAResidentForTheirAddress() {
        var zoe = cast.resident("Zoé", "Martin");
        var refused = directory.post("/Users", Connector.person(zoe.email(), "Voirie"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("/scimType")).isEqualTo("uniqueness");
        assertThat(refused.at("/detail")).contains("compte d’un habitant");
        var ines = arrive(Cast.newEmail(), "Voirie");
        var moved = directory.patch("/Users/" + ines.at("/id"), """
                {"op": "replace", "path": "emails[type eq \\"work\\"].value", "value": "%s"}""".formatted(zoe.email()));
        assertThat(moved.status()).isEqualTo(409);
        assertThat(organisation.memberships(zoe.viewer().account())).isEmpty();
    }

    @Test
    void takesThePatchesOfEntra() {
        var email = Cast.newEmail();
        var path = "/Users/" + arrive(email, "Voirie").at("/id");
        var moved = Cast.newEmail();
        var patched = directory.patch(path, """
                {"op": "Replace", "path": "name.familyName", "value": "Roux-Lefèvre"},
                {"op": "Add", "path": "emails[type eq \\"work\\"].value", "value": "%s"},
                {"op": "Replace", "path": "%s", "value": "Accueil et relations avec les usagers"},
                {"op": "Remove", "path": "title"},
                {"op": "Replace", "path": "active", "value": "True"}""".formatted(moved, DEPARTMENT));
        assertThat(patched.status()).as(patched.text()).isEqualTo(200);
        assertThat(patched.at("/name/familyName")).isEqualTo("Roux-Lefèvre");
        var ines = accounts.findByEmail(moved).orElseThrow();
        assertThat(ines.lastName()).isEqualTo("Roux-Lefèvre");
        assertThat(organisation.memberships(ines.account()))
                .extracting(Membership::unit, Membership::quality)
                .containsExactly(tuple(unit("Accueil et relations avec les usagers"), "Agent"));
    }

    @Test
    void endsEverythingAtOnceWhenSomebodyLeavesAndGivesPlacesBackWhenTheyReturn() {
        var email = Cast.newEmail();
        var id = arrive(email, "Voirie").at("/id");
        var ines = accounts.findByEmail(email).orElseThrow().account();
        roles.give(ines, Office.DPO, null);
        var device = doorman.admit(ines, new Browser(port));
        assertThat(device.get("/compte").status()).isEqualTo(200);

        var left = directory.patch("/Users/" + id, "{\"op\": \"Replace\", \"value\": {\"active\": \"False\"}}");
        assertThat(left.at("/active")).isEqualTo("false");
        assertThat(device.get("/compte").location()).contains("/connexion?suite=");
        assertThat(roles.colleagues()).noneMatch(one -> one.account().equals(ines));
        assertThat(journal.of(ines))
                .filteredOn(event -> event.kind() == Kind.WITHDRAWN)
                .hasSize(2)
                .allMatch(event -> event.by().equals(Optional.of(StaffEvent.DIRECTORY)));

        assertThat(directory
                        .put("/Users/" + id, Connector.person(email, "Voirie"))
                        .at("/active"))
                .isEqualTo("true");
        assertThat(organisation.memberships(ines)).extracting(Membership::unit).containsExactly("voirie");
        assertThat(roles.colleagues())
                .filteredOn(one -> one.account().equals(ines))
                .allMatch(one -> one.offices().isEmpty());
    }

    @Test
    void forgetsWhomTheDirectoryDeletesAndTakesThemBack() {
        var email = Cast.newEmail();
        var path = "/Users/" + arrive(email, "Voirie").at("/id");
        assertThat(directory.delete(path).status()).isEqualTo(204);
        assertThat(directory.get(path).status()).isEqualTo(404);
        var ines = accounts.findByEmail(email).orElseThrow().account();
        assertThat(organisation.memberships(ines)).isEmpty();
        assertThat(directory.post("/Users", Connector.person(email, "Voirie")).status())
                .isEqualTo(201);
        assertThat(organisation.memberships(ines)).hasSize(1);
    }

    @Test
    void leavesThePrivateAccountOfWhoLeftAlone() {
        var email = Cast.newEmail();
        var path = "/Users/" + arrive(email, "Voirie").at("/id");
        directory.patch(path, "{\"op\": \"replace\", \"path\": \"active\", \"value\": false}");
        var moved = directory.patch(path, """
                {"op": "replace", "value": {"name.givenName": "Autre", "emails": [{"value": "%s", "type": "work"}]}}""".formatted(Cast.newEmail()));
        assertThat(moved.status()).isEqualTo(200);
        assertThat(accounts.findByEmail(email).orElseThrow().firstName()).isEqualTo("Inès");
    }

    @Test
    void doesNotTakeThePrivateAccountOfWhoLeftByCallingThemBack() {
        var email = Cast.newEmail();
        var path = "/Users/" + arrive(email, "Voirie").at("/id");
        var ines = accounts.findByEmail(email).orElseThrow().account();
        directory.patch(path, "{\"op\": \"replace\", \"path\": \"active\", \"value\": false}");
        roles.dismiss(ines, "voirie", UUID.randomUUID());
        var moved = directory.patch(path, """
                {"op": "replace", "value": {"active": true, "name.givenName": "Autre", "%s": "Nulle part",
                                            "emails": [{"value": "%s", "type": "work"}]}}""".formatted(DEPARTMENT, Cast.newEmail()));
        assertThat(moved.status()).as(moved.text()).isEqualTo(200);
        assertThat(organisation.memberships(ines)).isEmpty();
        assertThat(accounts.findByEmail(email).orElseThrow().firstName()).isEqualTo("Inès");
    }

    @Test
    void movesTheAddressOfWhoReturnsToAPlaceAndInvitesThemThere() {
        var email = Cast.newEmail();
        var path = "/Users/" + arrive(email, "Voirie").at("/id");
        var ines = accounts.findByEmail(email).orElseThrow().account();
        directory.patch(path, "{\"op\": \"replace\", \"path\": \"active\", \"value\": false}");
        var moved = Cast.newEmail();
        directory.patch(path, """
                {"op": "replace", "value": {"active": true, "emails": [{"value": "%s", "type": "work"}]}}""".formatted(moved));
        assertThat(organisation.memberships(ines)).hasSize(1);
        assertThat(accounts.findByEmail(moved).orElseThrow().account()).isEqualTo(ines);
        await().until(() -> !MailServer.receivedBy(moved).isEmpty());
    }

    @Test
    void correctsTheAddressOfAnAccountThatNobodyUsedYetOnly() {
        var email = Cast.newEmail();
        var path = "/Users/" + arrive(email, "").at("/id");
        var ines = accounts.findByEmail(email).orElseThrow().account();
        var corrected = Cast.newEmail();
        readdress(path, corrected);
        assertThat(accounts.findByEmail(corrected).orElseThrow().account()).isEqualTo(ines);
        doorman.admit(ines, new Browser(port));
        readdress(path, Cast.newEmail());
        assertThat(accounts.find(ines).orElseThrow().email()).isEqualTo(corrected);
    }

    private void readdress(String path, String email) {
        assertThat(directory.patch(path, """
                {"op": "replace", "path": "emails[type eq \\"work\\"].value", "value": "%s"}""".formatted(email)).status()).isEqualTo(200);
    }

    @Test
    void holdsToWhatAnAdministratorWithdrew() {
        var email = Cast.newEmail();
        var path = "/Users/" + arrive(email, "Voirie").at("/id");
        var ines = accounts.findByEmail(email).orElseThrow().account();
        roles.dismiss(ines, "voirie", UUID.randomUUID());
        assertThat(directory.put(path, Connector.person(email, "Voirie")).status())
                .isEqualTo(200);
        assertThat(organisation.memberships(ines)).isEmpty();
    }

    @Test
    void keepsTheLastAdministrator() {
        var alix = cast.administrator("Alix", "Garnier");
        var account = alix.viewer().account();
        var others = roles.colleagues().stream()
                .filter(one -> one.offices().contains(Office.ADMINISTRATOR))
                .filter(one -> !one.account().equals(account))
                .toList();
        others.forEach(one -> roles.withdraw(one.account(), Office.ADMINISTRATOR, account));
        try {
            var path = "/Users/"
                    + directory
                            .filter("/Users", "userName eq \"" + alix.email() + "\"")
                            .at("/Resources/0/id");
            var left = directory.patch(path, """
                    {"op": "replace", "value": {"active": false, "name": {"givenName": "Alex"}}}""");
            assertThat(left.status()).isEqualTo(409);
            assertThat(left.at("/detail")).contains("dernière personne");
            assertThat(directory.delete(path).status()).isEqualTo(409);
            assertThat(organisation.isAdministrator(account)).isTrue();
            assertThat(accounts.find(account).orElseThrow().firstName()).isEqualTo("Alix");
        } finally {
            others.forEach(one -> roles.give(one.account(), Office.ADMINISTRATOR, null));
        }
    }

    @Test
    void changesOnlyTheVersionThatWasRead() {
        var email = Cast.newEmail();
        var created = arrive(email, "Voirie");
        var path = "/Users/" + created.at("/id");
        var first = created.header("ETag");
        var title = "{\"op\": \"replace\", \"path\": \"title\", \"value\": \"Cheffe\"}";
        var changed = directory.patch(path, title, "If-Match", first);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(first);
        assertThat(directory.patch(path, title, "If-Match", first).status()).isEqualTo(412);
        assertThat(directory.delete(path, "If-Match", first).status()).isEqualTo(412);
        assertThat(directory
                        .put(path, Connector.person(email, "Voirie"), "If-Match", first)
                        .status())
                .isEqualTo(412);
        assertThat(directory.delete(path, "If-Match", "*").status()).isEqualTo(204);
    }

    private String unit(String name) {
        return organisation.units().stream()
                .filter(unit -> unit.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Reply arrive(String email, String department) {
        var created = directory.post("/Users", Connector.person(email, department));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created;
    }
}
