package fr.parvis.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.testing.ParvisTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ParvisTest
class StaticFilesTests {

    private static final Pattern STATIC = Pattern.compile("(?:href|src)=\"(/(?:css|js|img)/[^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Test
    void areNamedByTheirContentAndKeptForAYear() throws IOException, InterruptedException {
        var files = filesOf(get("/nulle-part").body());
        assertThat(files).hasSizeGreaterThan(4).allMatch(file -> file.matches(".*-[0-9a-f]{32}\\.\\w+"));
        for (var file : files) {
            var answer = get(file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control"))
                    .as(file)
                    .hasValue("max-age=31536000, public, immutable");
        }
    }

    @Test
    void anotherContentHasAnotherName() throws IOException, InterruptedException {
        var file = filesOf(get("/nulle-part").body()).getFirst();
        assertThat(get(file.replaceAll("-[0-9a-f]{32}", "-" + "0".repeat(32))).statusCode())
                .isEqualTo(404);
    }

    @Test
    void nothingElseOfTheJarIsServed() throws IOException, InterruptedException {
        for (var path :
                List.of("/css/../application.properties", "/css/..%2fapplication.properties", "/css/", "/static/")) {
            assertThat(get(path).statusCode()).as(path).isGreaterThanOrEqualTo(400);
        }
    }

    private static List<String> filesOf(String page) {
        return STATIC.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
