package fr.parvis.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parvis.organisation.Membership.Function;
import fr.parvis.testing.ParvisTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

@ParvisTest
class OrganisationTests {

    @Autowired
    Organisation organisation;

    @Autowired
    Directory directory;

    @Test
    void introducesTheTownOfTheDocumentInANewDatabase() {
        assertThat(organisation.town().portalName()).isEqualTo("Tout Suresnes");
        assertThat(organisation.town().phoneUri()).isEqualTo("tel:+33141181920");
        assertThat(organisation.unit("stationnement").name()).isEqualTo("Stationnement et déplacements");
        assertThat(organisation.units())
                .extracting(Unit::id)
                .startsWith("accueil")
                .contains("voirie", "etat-civil");
    }

    @Test
    void readsTheSameFromTheDatabaseAgain() {
        var before = directory.content();
        directory.reload();
        assertThat(directory.content()).isEqualTo(before);
    }

    @Test
    void refusesAUnitThatDoesNotExist() {
        assertThatThrownBy(() -> organisation.unit("nulle-part")).isInstanceOf(IllegalArgumentException.class);
        var place = new Membership(UUID.randomUUID(), "nulle-part", Function.AGENT, "Instructrice");
        assertThatThrownBy(() -> organisation.appoint(place)).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void replacesThePlaceAPersonHadInAUnit() {
        var account = UUID.randomUUID();
        organisation.appoint(new Membership(account, "voirie", Function.AGENT, "Instructeur"));
        var head = new Membership(account, "voirie", Function.HEAD_OF_UNIT, "Cheffe de service");
        organisation.appoint(head);
        organisation.appoint(new Membership(account, "accueil", Function.AGENT, "Agente d’accueil"));

        assertThat(organisation.memberships(account)).hasSize(2).contains(head);
        assertThat(organisation.members("voirie")).contains(head);
    }

    @Test
    void makesAnAdministratorOnceEvenWhenAskedTwice() {
        var account = UUID.randomUUID();
        assertThat(organisation.isAdministrator(account)).isFalse();
        organisation.makeAdministrator(account);
        organisation.makeAdministrator(account);
        assertThat(organisation.isAdministrator(account)).isTrue();
        assertThat(organisation.hasAdministrator()).isTrue();
    }
}
