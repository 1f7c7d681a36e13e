package fr.parvis.identity.scim;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.identity.Accounts;
import fr.parvis.identity.scim.connection.DirectoryTokens;
import fr.parvis.organisation.Membership;
import fr.parvis.organisation.Membership.Function;
import fr.parvis.organisation.Organisation;
import fr.parvis.organisation.Roles;
import fr.parvis.testing.Cast;
import fr.parvis.testing.ParvisTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The directory says who works in a unit, as Entra ID and Okta do, over HTTP. */
@ParvisTest
class GroupsTests {

    private static final String GROUP = "/Groups/voirie";

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
    Cast cast;

    Connector directory = new Connector(0, null);
    String ines = "";
    UUID account = new UUID(0, 0);

    @BeforeEach
    void arrive() {
        directory = new Connector(port, tokens.renew(UUID.randomUUID()).value());
        var email = Cast.newEmail();
        ines = directory.post("/Users", Connector.person(email, "")).at("/id");
        account = accounts.findByEmail(email).orElseThrow().account();
    }

    @AfterEach
    void leave() {
        directory.delete("/Users/" + ines);
        tokens.revoke();
    }

    @Test
    void areTheUnitsByTheirNames() {
        var name = organisation.unit("voirie").name();
        var found = directory.get(
                "/Groups?excludedAttributes=members&filter=displayName%20eq%20%22" + name.replace(" ", "%20") + "%22");
        assertThat(found.at("/totalResults")).isEqualTo("1");
        assertThat(found.at("/Resources/0/id")).isEqualTo("voirie");
        assertThat(found.json().at("/Resources/0/members").isMissingNode()).isTrue();
        assertThat(directory.get(GROUP).json().at("/members").isArray()).isTrue();
        assertThat(directory.get("/Groups?count=2&startIndex=2").at("/itemsPerPage"))
                .isEqualTo("2");
        assertThat(directory.get("/Groups/nulle-part").status()).isEqualTo(404);
    }

    @Test
    void makeAgentsOfTheirMembers() {
        assertThat(organisation.memberships(account)).isEmpty();
        assertThat(add().status()).isEqualTo(204);
        assertThat(organisation.memberships(account))
                .containsExactly(new Membership(account, "voirie", Function.AGENT, "Instructrice"));
        assertThat(directory
                        .filter("/Groups", "id eq \"voirie\" and members eq \"" + ines + "\"")
                        .at("/totalResults"))
                .isEqualTo("1");

        var removed =
                directory.patch(GROUP, "{\"op\": \"remove\", \"path\": \"members[value eq \\\"" + ines + "\\\"]\"}");
        assertThat(removed.status()).isEqualTo(204);
        assertThat(organisation.memberships(account)).isEmpty();
    }

    @Test
    void loseTheMembersThatEntraListsInTheValue() {
        add();
        directory.patch(GROUP, """
                {"op": "Remove", "path": "members", "value": [{"value": "%s"}]}""".formatted(ines));
        assertThat(organisation.memberships(account)).isEmpty();
    }

    @Test
    void keepTheHeadOfTheUnitWhoIsListedToo() {
        roles.appoint(new Membership(account, "voirie", Function.HEAD_OF_UNIT, "Cheffe"), null);
        add();
        assertThat(organisation.memberships(account))
                .containsExactly(new Membership(account, "voirie", Function.HEAD_OF_UNIT, "Cheffe"));
    }

    @Test
    void areReplacedWholeByOkta() {
        add();
        var other = cast.agent("Nadia", "Belkacem", "voirie");
        var group = directory.get(GROUP);
        var members = group.json()
                .at("/members")
                .valueStream()
                .map(member -> member.at("/value").asString())
                .filter(id -> !id.equals(ines))
                .map("{\"value\": \"%s\"}"::formatted)
                .toList();
        var body = "{\"displayName\": \"%s\", \"members\": [%s]}"
                .formatted(group.at("/displayName"), String.join(",", members));
        var replaced = directory.put(GROUP, body, "If-Match", group.header("ETag"));
        assertThat(replaced.status()).as(replaced.text()).isEqualTo(200);
        assertThat(organisation.memberships(account)).isEmpty();
        assertThat(organisation.memberships(other.viewer().account())).hasSize(1);
        assertThat(directory.put(GROUP, body, "If-Match", group.header("ETag")).status())
                .isEqualTo(412);
    }

    @Test
    void waitForMembersWhoAreAway() {
        var path = "/Users/" + ines;
        directory.patch(path, "{\"op\": \"replace\", \"path\": \"active\", \"value\": false}");
        add();
        assertThat(organisation.memberships(account)).isEmpty();
        assertThat(directory.get(GROUP).text()).contains(ines);
        directory.patch(path, "{\"op\": \"replace\", \"path\": \"active\", \"value\": true}");
        assertThat(organisation.memberships(account)).hasSize(1);
    }

    @Test
    void areNeitherMadeNorRenamedNorRemovedFromOutside() {
        var made = directory.post("/Groups", "{\"displayName\": \"Service inventé\"}");
        assertThat(made.status()).isEqualTo(403);
        assertThat(made.at("/detail")).contains(organisation.unit("voirie").name());
        assertThat(directory.post("/Groups", "{\"displayName\": \"VOIRIE\"}").status())
                .isEqualTo(409);
        assertThat(directory.delete(GROUP).status()).isEqualTo(403);
        var renamed = directory.patch(
                GROUP, "{\"op\": \"replace\", \"value\": {\"id\": \"voirie\", \"displayName\": \"Autre\"}}");
        assertThat(renamed.at("/scimType")).isEqualTo("mutability");
        var stranger = directory.patch(
                GROUP, "{\"op\": \"add\", \"path\": \"members\", \"value\": [{\"value\": \"" + account + "\"}]}");
        assertThat(stranger.at("/scimType")).isEqualTo("invalidValue");
    }

    private Connector.Reply add() {
        return directory.patch(GROUP, """
                {"op": "Add", "path": "members", "value": [{"value": "%s"}]}""".formatted(ines));
    }
}
