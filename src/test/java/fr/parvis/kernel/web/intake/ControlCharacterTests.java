package fr.parvis.kernel.web.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.parvis.testing.Browser;
import fr.parvis.testing.ParvisTest;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Characters that the database cannot hold are refused at the door, and never a failure of ours. */
@ParvisTest
class ControlCharacterTests {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/authorize?client_id=%00",
                "/oauth2/authorize?client_id=mediatheque&redirect_uri=%00",
                "/oauth2/authorize?ui_locales=%1F",
                "/connect/logout?client_id=%00&post_logout_redirect_uri=http://x/",
                "/cas/login?service=%7f",
                "/cas/validate?service=a&ticket=%0A"
            })
    void areRefusedInAddresses(String address) {
        var page = new Browser(port).get(address);
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("Cette demande n’est pas comprise");
        assertThat(page.header("Content-Security-Policy")).isNotEmpty();
    }

    @Test
    void areRefusedInFormsAndProofs() {
        assertThat(new Browser(port)
                        .postAsIs("/oauth2/token", "client_id", "\u0000", "grant_type", "authorization_code")
                        .status())
                .isEqualTo(400);
        var basic = Base64.getEncoder().encodeToString(new byte[] {'a', 0, ':', 'b'});
        assertThat(new Browser(port)
                        .with("Authorization", "Basic " + basic)
                        .postAsIs("/oauth2/token", "grant_type", "authorization_code", "code", "c")
                        .status())
                .isBetween(400, 499);
    }

    @Test
    void leaveTextsOfSeveralLinesAlone() {
        assertThat(ControlCharacters.inLines("ligne 1\r\nligne\t2 ’é")).isFalse();
        assertThat(ControlCharacters.in("ligne 1\n")).isTrue();
    }

    @Test
    void aFailureOfTheDatabaseDoesNotTellWhatWasTyped(@Autowired JdbcClient jdbc) {
        var failure = catchThrowable(() -> jdbc.sql("""
                        do $$ begin
                            create temporary table typed (word text primary key) on commit drop;
                            insert into typed select md5('a') from generate_series(1, 2);
                        end $$
                        """).update());
        assertThat(failure).hasStackTraceContaining("duplicate key");
        assertThat(failure.toString() + failure.getCause()).doesNotContain("0cc175b9c0f1b6a831c399e269772661");
    }
}
