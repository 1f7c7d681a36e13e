package fr.parvis.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.testing.ParvisTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ParvisTest
class PublicPagesTests {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({
        "/, 'Toutes vos démarches, un seul compte'",
        "/services, Tous les services",
        "/services?q=, Tous les services",
        "/services?q=acte+naisance, Copie d’acte de naissance",
        "/services?q=xyzzy, Aucun service trouvé",
        "/services/cadre-de-vie, Carte de stationnement résidentiel",
        "/services/moments/je-demenage, Autorisation de stationnement pour déménagement",
        "/demarches/carte-stationnement-residentiel, Sans réponse de la ville au bout de 2\u00a0mois",
        "/demarches/copie-acte-naissance, Recherche de l’acte",
        "/demarches/autorisation-stationnement-demenagement, considérée comme refusée",
        "/demarches/encombrants, n’est pas encore en ligne",
        "/aide, id=\"guichet\"",
        "/plan-du-site, Plan du site",
        "/accessibilite, <b>non conforme</b>",
        "/donnees-personnelles, CNIL",
        "/mentions-legales, Hébergement",
        "/robots.txt, Disallow: /mon-fil",
        "/.well-known/security.txt, 'Contact: mailto:'"
    })
    void showTheirContentToEverybody(String path, String content) throws Exception {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/demarches/inconnue", "/services/inconnu", "/services/moments/inconnu"})
    void sayThatThereIsNothingAtAWrongAddress(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void showAgainWhatWasTypedWithoutLettingItIn() throws Exception {
        assertThat(get("/services?q=%3Cscript%3Ealert(1)%3C/script%3E").body()).doesNotContain("<script>alert");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
