package fr.parvis.partners.published;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.testing.Browser;
import fr.parvis.testing.Browser.Page;
import fr.parvis.testing.ParvisTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** Calls that no endpoint serves: programs are told why in their own form, and people still see a page. */
@ParvisTest
class WrongCallTests {

    @LocalServerPort
    private int port;

    @Test
    void aPathThatDoesNotExistIsAProblem() {
        for (var path : List.of("/api/v1/evenement", "/api/v2/evenements", "/api/")) {
            isProblem(new Browser(port).postAsIs(path), 404, "no-such-path");
            isProblem(new Browser(port).get(path), 404, "no-such-path");
        }
        isProblem(new Browser(port).get("/api/v1/partenaires/schemas/autre.v1.json"), 404, "no-such-path");
    }

    @Test
    void aMethodThatDoesNotExistNamesThoseThatDo() {
        var read = new Browser(port).get("/api/v1/evenements");
        isProblem(read, 405, "bad-method");
        assertThat(read.header("Allow")).isEqualTo("POST");

        var written = new Browser(port).postAsIs("/api/v1/partenaires/openapi.json");
        isProblem(written, 405, "bad-method");
        assertThat(written.header("Allow")).contains("GET");
    }

    @Test
    void aPersonWhoGoesAstrayStillSeesAPage() {
        var page = new Browser(port).with("Accept", "text/html").get("/rien/ici");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.header("Content-Type")).startsWith("text/html");
    }

    private static void isProblem(Page answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        var problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("detail").asString()).isNotBlank();
    }
}
