package fr.parvis.testing.browser;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Route;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checks of every page catch what they are for. */
@JourneyTest
class PageChecksTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <p>Une liste <ul></ul></p>                        | HTML of
                    <label>Nom</label><input name="nom">              | accessibility of
                    <p style="width:2000px">Large</p>                 | sideways
                    <script>console.error("cassé")</script>           | console of
                    <script src="/js/absent.js"></script>             | console of
                    """)
    void refusesABadPage(String body, String complaint, Visitor visitor) {
        var page = "<!doctype html><html lang=\"fr\"><head><title>Essai</title></head><body><main><h1>Essai</h1>" + body
                + "</main></body></html>";
        visitor.page()
                .route(
                        "**/essai",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("text/html;charset=utf-8")
                                .setBody(page)));
        assertThatThrownBy(() -> visitor.open("/essai"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(complaint);
    }
}
