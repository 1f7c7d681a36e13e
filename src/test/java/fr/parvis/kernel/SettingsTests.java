package fr.parvis.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTests {

    private static final String SECRET = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @Test
    void nothingHasToBeSet() {
        var settings = Settings.from(Map.of());
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.managementPort()).isEqualTo(9080);
        assertThat(settings.data()).isEqualTo(Path.of("data"));
        assertThat(settings.database()).isNull();
        assertThat(settings.smtp()).isNull();
        assertThat(settings.demo()).isFalse();
        assertThat(settings.baseUrl()).isEqualTo(URI.create("http://localhost:8080"));
    }

    @Test
    void theUsualAddressFollowsThePort() {
        assertThat(Settings.from(Map.of("PARVIS_PORT", "8090")).baseUrl())
                .isEqualTo(URI.create("http://localhost:8090"));
    }

    @Test
    void anEmptySettingIsNone() {
        assertThat(Settings.from(Map.of("PARVIS_PORT", " ", "PARVIS_SMTP_HOST", ""))
                        .smtp())
                .isNull();
    }

    @Test
    void readsTheTownsOwnServers() {
        var settings = Settings.from(Map.of(
                "PARVIS_DATABASE_URL", "jdbc:postgresql://base:5432/parvis",
                "PARVIS_DATABASE_USER", "parvis",
                "PARVIS_DATABASE_PASSWORD", "secret",
                "PARVIS_SMTP_HOST", "courrier",
                "PARVIS_SMTP_STARTTLS", "true"));
        assertThat(settings.database())
                .isEqualTo(new Settings.DatabaseServer("jdbc:postgresql://base:5432/parvis", "parvis", "secret"));
        assertThat(settings.smtp()).isEqualTo(new Settings.Smtp("courrier", 25, null, null, true));
    }

    @Test
    void anAddressMayEndWithASlash() {
        var settings = Settings.from(Map.of("PARVIS_BASE_URL", "https://demarches.suresnes.fr/"));
        assertThat(settings.url("/mon-fil")).isEqualTo("https://demarches.suresnes.fr/mon-fil");
        assertThat(settings.https()).isTrue();
    }

    @Test
    void theSecretIsTakenAsGiven() {
        assertThat(Settings.from(Map.of("PARVIS_SECRET", SECRET)).secret()).isEqualTo(SECRET);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PARVIS_PORT|http",
                "PARVIS_PORT|-1",
                "PARVIS_PORT|65536",
                "PARVIS_PORT|99999999999",
                "PARVIS_MANAGEMENT_PORT|8080",
                "PARVIS_DEMO|oui",
                "PARVIS_BASE_URL|demarches.suresnes.fr",
                "PARVIS_BASE_URL|ftp://suresnes.fr",
                "PARVIS_BASE_URL|http://[x",
                "PARVIS_GEOCODER_URL|//x",
                "PARVIS_DATABASE_URL|postgres://base/parvis",
                "PARVIS_DATABASE_URL|jdbc:mysql://base/parvis",
                "PARVIS_SECRET|trop-court",
                "PARVIS_SECRET|dHJvcCBjb3VydA==",
                "PARVIS_MAIL_FROM|mairie",
                "PARVIS_ADMIN_EMAIL|Inès Martin",
                "PARVIS_TOWN_FILE|/nulle/part.yaml",
                "PARVIS_CLIENT_KEY_FILE|/nulle/part.jwk"
            })
    void aWrongSettingIsNamedInOneLine(String name, String value) {
        assertRefused(name, Map.of(name, value));
    }

    @Test
    void aDatabaseServerNeedsAUser() {
        assertRefused("PARVIS_DATABASE_USER", Map.of("PARVIS_DATABASE_URL", "jdbc:postgresql://base/parvis"));
    }

    @Test
    void aMailServerNeedsAPortThatExists() {
        assertRefused("PARVIS_SMTP_PORT", Map.of("PARVIS_SMTP_HOST", "courrier", "PARVIS_SMTP_PORT", "smtp"));
        assertRefused("PARVIS_SMTP_STARTTLS", Map.of("PARVIS_SMTP_HOST", "courrier", "PARVIS_SMTP_STARTTLS", "1"));
    }

    @Test
    void anIdentityProviderKnowsTheTownByASecretOrByItsKey() {
        var client = Map.of("PARVIS_FRANCECONNECT_CLIENT_ID", "parvis");
        assertRefused("PARVIS_FRANCECONNECT_CLIENT_SECRET", client);
        assertThat(franceConnect("PARVIS_FRANCECONNECT_CLIENT_SECRET", "mot")).isEqualTo("mot");
        assertThat(franceConnect("PARVIS_FRANCECONNECT_CLIENT_AUTH", "key")).isNull();
        var wrong = new HashMap<>(client);
        wrong.put("PARVIS_FRANCECONNECT_CLIENT_AUTH", "cle");
        assertRefused("PARVIS_FRANCECONNECT_CLIENT_AUTH", wrong);
    }

    private static @Nullable String franceConnect(String name, String value) {
        var registration = Settings.from(Map.of("PARVIS_FRANCECONNECT_CLIENT_ID", "parvis", name, value))
                .franceConnect();
        return Objects.requireNonNull(registration).clientSecret();
    }

    @Test
    void filesAreDroppedOnAPortOfTheirOwnOrNotAtAll() {
        assertThat(Settings.from(Map.of()).sftpPort()).isNull();
        assertThat(Settings.from(Map.of("PARVIS_SFTP_PORT", "2222")).sftpPort()).isEqualTo(2222);
        assertRefused("PARVIS_SFTP_PORT", Map.of("PARVIS_SFTP_PORT", "8080"));
        assertRefused("PARVIS_SFTP_PORT", Map.of("PARVIS_SFTP_PORT", "ssh"));
    }

    @Test
    void aMailboxNeedsAnAddressWithoutAPlus() {
        assertRefused("PARVIS_IMAP_ADDRESS", Map.of("PARVIS_IMAP_HOST", "courrier"));
        assertRefused(
                "PARVIS_IMAP_ADDRESS",
                Map.of("PARVIS_IMAP_HOST", "courrier", "PARVIS_IMAP_ADDRESS", "flux+x@ville.example"));
        var box = Settings.from(Map.of("PARVIS_IMAP_HOST", "courrier", "PARVIS_IMAP_ADDRESS", "flux@ville.example"))
                .imap();
        assertThat(box)
                .isEqualTo(new Settings.Imap("courrier", 993, "flux@ville.example", "", true, "flux@ville.example"));
    }

    @Test
    void aWrongSecretIsNotRepeated() {
        assertThatThrownBy(() -> Settings.from(Map.of("PARVIS_SECRET", "trop-court")))
                .hasMessageNotContaining("trop-court");
    }

    private static void assertRefused(String name, Map<String, String> environment) {
        assertThatThrownBy(() -> Settings.from(new HashMap<>(environment)))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageStartingWith(name)
                .satisfies(wrong -> assertThat(wrong.getMessage()).doesNotContain("\n"));
    }
}
