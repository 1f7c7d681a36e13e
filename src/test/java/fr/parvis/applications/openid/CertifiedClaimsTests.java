package fr.parvis.applications.openid;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.applications.Applications;
import fr.parvis.applications.Claim;
import fr.parvis.identity.CertifiedIdentity;
import fr.parvis.identity.CertifiedIdentity.Prover;
import fr.parvis.identity.CivilIdentity;
import fr.parvis.identity.accounts.CivilIdentityTable;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Cast.Player;
import fr.parvis.testing.Doorman;
import fr.parvis.testing.ParvisTest;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Civil status reaches applications when it is certified, and never otherwise. */
@ParvisTest
class CertifiedClaimsTests {

    private static final String LEVEL = "fr.parvis.identity_level";

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    Doorman doorman;

    @Autowired
    CivilIdentityTable identities;

    @Autowired
    Applications applications;

    Player zoe;

    @BeforeEach
    void zoeIsHere() {
        zoe = cast.resident("Zoé", "Martin");
    }

    @Test
    void tellsNoCivilStatusThatNobodyProved() {
        var person = told(EnumSet.allOf(Claim.class));
        assertThat(person.propertyNames())
                .containsExactlyInAnyOrder("sub", "given_name", "family_name", "email", "email_verified", LEVEL);
        assertThat(person.get(LEVEL).asString()).isEqualTo("DECLARED");
    }

    @ParameterizedTest
    @CsvSource({"1988-05-07,1988-05-07", "1988-05-00,1988", "1988-00-00,1988"})
    void tellsWhatFranceConnectProved(String birthdate, String told) {
        prove(birthdate);
        var person = told(EnumSet.allOf(Claim.class));
        assertThat(person.get("birthdate").asString()).isEqualTo(told);
        assertThat(person.get("birth_family_name").asString()).isEqualTo("Durand");
        assertThat(person.get("gender").asString()).isEqualTo("female");
        assertThat(person.get(LEVEL).asString()).isEqualTo("FRANCECONNECT");
    }

    @Test
    void tellsNoMoreThanTheAdministratorAllows() {
        prove("1988-05-07");
        assertThat(told(EnumSet.of(Claim.GIVEN_NAME)).propertyNames()).containsExactlyInAnyOrder("sub", "given_name");
    }

    private void prove(String birthdate) {
        var civil = new CivilIdentity("Zoé Alice", "Durand", "Martin", "female", birthdate, "92073", "99100");
        identities.prove(
                zoe.viewer().account(), new CertifiedIdentity(civil, Prover.FRANCECONNECT, Instant.now(), "eidas1"));
    }

    /** What userinfo tells an application that may learn this, once the person agreed. */
    private JsonNode told(Set<Claim> claims) {
        var vendor = Vendor.register(applications, port, claims);
        var browser = doorman.admit(zoe.viewer().account(), new Browser(port));
        var question = browser.get(vendor.authorize());
        assertThat(question.body())
                .as("the person reads each of them before they agree")
                .contains(claims.stream().map(Claim::words).toList());
        var code = Vendor.parameter(Vendor.agree(browser, question), "code");
        return vendor.userInfo(vendor.exchange(code).accessToken()).body();
    }
}
