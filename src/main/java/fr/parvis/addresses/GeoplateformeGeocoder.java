package fr.parvis.addresses;

import fr.parvis.kernel.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The geocoder of IGN's Géoplateforme, which answers in GeoCodeJSON; 50 requests per second at most from one town. */
@Component
class GeoplateformeGeocoder implements Geocoder {

    private static final Duration PATIENCE = Duration.ofMillis(1_500);
    private static final long LARGEST_ANSWER = 1_000_000;
    private static final int LIMIT = 10;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI address;

    @Autowired
    GeoplateformeGeocoder(Settings settings, ObjectProvider<GeocoderAddress> own) {
        this(own.stream().findFirst().map(GeocoderAddress::uri).orElse(settings.geocoder()));
    }

    GeoplateformeGeocoder(URI address) {
        this.address = address;
    }

    @Override
    public List<Suggestion> search(String text) throws IOException {
        var query = "/search?index=address&autocomplete=1&limit=" + LIMIT + "&q="
                + URLEncoder.encode(text, StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(address + query))
                .header("Accept", "application/json")
                .build();
        var answer = ask(request);
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode());
        }
        return read(answer.body());
    }

    /** The timeout of a request ends with its headers; this one covers the body too. */
    private HttpResponse<byte[]> ask(HttpRequest request) throws IOException {
        var answer = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            answer.cancel(true);
            throw new IOException("no answer", failure);
        } catch (InterruptedException stopping) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting", stopping);
        }
    }

    private static List<Suggestion> read(byte[] body) throws IOException {
        try {
            var features = JSON.readTree(body).path("features");
            if (!features.isArray()) {
                throw new IOException("not GeoCodeJSON");
            }
            var found = new ArrayList<Suggestion>();
            for (var feature : features) {
                found.add(suggestion(feature));
            }
            return List.copyOf(found);
        } catch (JacksonException garbage) {
            throw new IOException("not GeoCodeJSON", garbage);
        }
    }

    private static Suggestion suggestion(JsonNode feature) throws IOException {
        var properties = feature.path("properties");
        var point = feature.path("geometry").path("coordinates");
        var street = properties.path("street").asString(properties.path("name").asString(""));
        return new Suggestion(
                required(properties, "label"),
                optional(properties, "housenumber"),
                street,
                properties.path("postcode").asString(""),
                properties.path("city").asString(""),
                properties.path("citycode").asString(""),
                point.path(0).asDouble(0),
                point.path(1).asDouble(0),
                properties.path("id").asString(""));
    }

    private static String required(JsonNode properties, String name) throws IOException {
        var text = optional(properties, name);
        if (text == null) {
            throw new IOException("no " + name);
        }
        return text;
    }

    private static @Nullable String optional(JsonNode properties, String name) {
        var text = properties.path(name).asString("");
        return text.isBlank() ? null : text;
    }
}
