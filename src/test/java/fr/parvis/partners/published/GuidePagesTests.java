package fr.parvis.partners.published;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.testing.Browser;
import fr.parvis.testing.ParvisTest;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every town serves the guide, whole. */
@ParvisTest
class GuidePagesTests {

    private static final String GUIDE = "/partenaires/guide";
    private static final Pattern LINK = Pattern.compile("<a href=\"((?!https?:)[^\"/#][^\"]*)\"");

    @LocalServerPort
    private int port;

    static Stream<String> pages() {
        return GuideLanguagesTests.pairs()
                .flatMap(pair -> Stream.of(pair.french(), pair.english()))
                .map(page ->
                        Path.of("docs/partenaires").relativize(page).toString().replace(".md", ""));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageIsServedAndItsLinksLeadToOthers(String name) {
        var page = new Browser(port).get(GUIDE + "/" + name);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("<h1 id=").doesNotContain(".md\"", ".md#");
        for (var link : LINK.matcher(page.body()).results().toList()) {
            var there = URI.create(GUIDE + "/" + name).resolve(link.group(1));
            var found = new Browser(port).get(there.getRawPath());
            assertThat(found.status()).as(link.group(1)).isEqualTo(200);
            if (there.getFragment() != null) {
                assertThat(found.body()).contains(" id=\"" + there.getFragment() + "\"");
            }
        }
    }

    @Test
    void itBeginsInFrench() {
        assertThat(new Browser(port).get(GUIDE).location()).isEqualTo(GUIDE + "/fr/README");
        assertThat(new Browser(port).get(GUIDE + "/en/errors").body())
                .contains("lang=\"en\"", "<table class=\"list\">");
        assertThat(new Browser(port).get(GUIDE + "/premier-evenement.sh").body())
                .startsWith("#!/bin/sh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fr/inconnue", "/de/README", "/fr/..%2Fen%2FREADME", "/fr/README.md"})
    void thereIsNothingElse(String path) {
        assertThat(new Browser(port).get(GUIDE + path).status()).isBetween(400, 404);
    }

    @Test
    void htmlOfAPageIsShownAsText() {
        assertThat(Markdown.of("# A `b`\n<script>x</script>\n\n[y](javascript:z)"))
                .isEqualTo(new Markdown("A b", """
                        <h1 id="a-b">A <code>b</code></h1>
                        <p>&lt;script&gt;x&lt;/script&gt;</p>
                        <p><a rel="nofollow" href="">y</a></p>
                        """));
    }
}
