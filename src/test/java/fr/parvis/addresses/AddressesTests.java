package fr.parvis.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.demo.geocoder.GeocoderSimulator;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.Providers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTests {

    private final MovingClock clock = new MovingClock();

    private GeocoderSimulator simulator;
    private Addresses addresses;

    @BeforeEach
    void start() throws IOException {
        simulator = GeocoderSimulator.start(0);
        addresses = addresses(simulator.uri());
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void suggestsWhatWasTypedWithoutAccents() {
        var found = addresses.suggest("14 rue emile zo");

        assertThat(found).hasSize(1);
        var one = found.getFirst();
        assertThat(one.label()).isEqualTo("14 Rue Émile Zola 92150 Suresnes");
        assertThat(one.housenumber()).isEqualTo("14");
        assertThat(one.street()).isEqualTo("Rue Émile Zola");
        assertThat(one.citycode()).isEqualTo("92073");
        assertThat(one.id()).matches("92073_\\d{4}_00014");
        assertThat(one.lon()).isBetween(2.20, 2.26);
        assertThat(one.lat()).isBetween(48.85, 48.90);
    }

    @Test
    void putsTheTownFirstAndGivesFiveAtMost() {
        var found = addresses.suggest("rue");

        assertThat(found).hasSize(5);
        assertThat(addresses.suggest("rue carnot"))
                .extracting(Suggestion::city)
                .containsExactly("Suresnes", "Levallois-Perret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "ru", "+++", "\u0000\u0001\u0002", "?q=x&limit=9"})
    void suggestsNothingForWhatCannotBeAnAddress(String typed) {
        assertThat(addresses.suggest(typed)).isEmpty();
    }

    @Test
    void cutsAnEndlessText() {
        assertThat(addresses.suggest("rue carnot " + "x".repeat(1_000_000))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "garbage", "slow"})
    void suggestsNothingWhenTheGeocoderFailsAndAgainOnceItWorks(String fault) throws Exception {
        switchTo(fault);
        assertThat(addresses.suggest("rue carnot")).isEmpty();

        switchTo("none");
        assertThat(addresses.suggest("rue carnot")).isNotEmpty();
    }

    @Test
    void waitsNoLongerThanAPersonWould() throws Exception {
        switchTo("slow");
        long start = System.nanoTime();

        addresses.suggest("rue carnot");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void stopsAskingAfterThreeFailuresInARowForThirtySeconds() throws Exception {
        switchTo("error");
        addresses.suggest("rue carnot");
        addresses.suggest("rue carnot");
        addresses.suggest("rue carnot");
        switchTo("none");

        assertThat(addresses.suggest("rue carnot")).isEmpty();
        clock.pass(Duration.ofSeconds(31));
        assertThat(addresses.suggest("rue carnot")).isNotEmpty();
    }

    @Test
    void remembersWhatItFound() throws Exception {
        var found = addresses.suggest("rue carnot");
        switchTo("error");

        assertThat(addresses.suggest("  RUE   Carnot ")).isEqualTo(found);
    }

    @Test
    void suggestsNothingWhenNobodyListens() {
        simulator.close();

        assertThat(addresses.suggest("rue carnot")).isEmpty();
    }

    private Addresses addresses(URI geocoder) {
        return new Addresses(new GeoplateformeGeocoder(geocoder), Providers.town(), clock);
    }

    private void switchTo(String fault) throws Exception {
        var uri = simulator.uri().resolve("/_faults?mode=" + fault);
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(uri)
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            assertThat(http.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        }
    }
}
