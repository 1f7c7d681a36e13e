package fr.parvis.testing;

import static java.util.Map.entry;

import fr.parvis.demo.franceconnect.FranceConnectSimulator;
import fr.parvis.demo.geocoder.GeocoderSimulator;
import fr.parvis.demo.openid.ProviderSimulator;
import fr.parvis.demo.proconnect.ProConnectSimulator;
import fr.parvis.kernel.Settings;
import fr.parvis.kernel.Settings.Registration;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Settings of the tests, with a database, a mail server and a geocoder: one of each for the whole run. */
public class TestEnvironment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** One for every program of the run, as nodes of one town share its secret. */
    private static final Path DATA = newFolder();

    private static final EmbeddedPostgres POSTGRES = start();
    private static final GeocoderSimulator GEOCODER = startGeocoder();
    private static final ProviderSimulator FRANCECONNECT = startFranceConnect();
    private static final ProviderSimulator PROCONNECT = startProConnect();

    /** The FranceConnect of the tests, as its clients know it. */
    public static String franceConnect() {
        return FRANCECONNECT.issuer();
    }

    /** The ProConnect of the tests, as its clients know it. */
    public static String proConnect() {
        return PROCONNECT.issuer();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        int port = freePort();
        var settings = settings(port);
        ((GenericApplicationContext) context).registerBean(Settings.class, () -> settings);
        Map<String, Object> properties = new HashMap<>(settings.toProperties());
        properties.put("spring.datasource.url", POSTGRES.getJdbcUrl("postgres", "postgres"));
        properties.put("spring.datasource.username", "postgres");
        properties.put("db-scheduler.polling-interval", context.getEnvironment().getProperty("tests.polling", "200ms"));
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("tests", properties));
    }

    /** Known before the program starts, for its address stands in links, keys and messages. */
    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Settings settings(int port) {
        return Settings.from(Map.ofEntries(
                entry("PARVIS_PORT", String.valueOf(port)),
                entry("PARVIS_MANAGEMENT_PORT", "0"),
                entry("PARVIS_BASE_URL", "http://localhost:" + port),
                entry("PARVIS_GEOCODER_URL", GEOCODER.uri().toString()),
                entry("PARVIS_SMTP_HOST", "127.0.0.1"),
                entry("PARVIS_SMTP_PORT", String.valueOf(MailServer.port())),
                entry("PARVIS_FRANCECONNECT_ISSUER", FRANCECONNECT.issuer()),
                entry("PARVIS_FRANCECONNECT_CLIENT_ID", franceConnectClient().clientId()),
                entry(
                        "PARVIS_FRANCECONNECT_CLIENT_SECRET",
                        Objects.requireNonNull(franceConnectClient().clientSecret())),
                entry("PARVIS_PROCONNECT_ISSUER", PROCONNECT.issuer()),
                entry("PARVIS_PROCONNECT_CLIENT_ID", proConnectClient().clientId()),
                entry("PARVIS_PROCONNECT_CLIENT_AUTH", "key"),
                entry("PARVIS_PROCONNECT_SIRETS", ProConnectSimulator.SIRET),
                entry("PARVIS_SFTP_PORT", "0"),
                entry("PARVIS_DATA", DATA.toString())));
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("parvis-test");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static GeocoderSimulator startGeocoder() {
        try {
            return GeocoderSimulator.start(0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Registration franceConnectClient() {
        return FranceConnectSimulator.registration(URI.create(FRANCECONNECT.issuer()));
    }

    private static Registration proConnectClient() {
        return ProConnectSimulator.registration(URI.create(PROCONNECT.issuer())).registration();
    }

    private static ProviderSimulator startProConnect() {
        try {
            return ProConnectSimulator.start(0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ProviderSimulator startFranceConnect() {
        try {
            return FranceConnectSimulator.start(0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C")
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
