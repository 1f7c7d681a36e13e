package fr.parvis.testing.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What must hold on every page, whatever the journey. */
final class PageChecks {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final Page page;
    private final boolean javaScript;
    private final List<String> consoleErrors = new ArrayList<>();

    PageChecks(Page page, boolean javaScript) {
        this.page = page;
        this.javaScript = javaScript;
        page.onConsoleMessage(this::hear);
        page.onPageError(error -> consoleErrors.add(error.lines().findFirst().orElse(error)));
    }

    void check(Response document) {
        assertThat(HtmlChecker.errors(document.text()))
                .as("HTML of %s", page.url())
                .isEmpty();
        assertThat(sidewaysScroll())
                .as("pixels to scroll sideways on %s", page.url())
                .isZero();
        if (javaScript) { // the checker of accessibility is a script
            assertThat(barriers()).as("accessibility of %s", page.url()).isEmpty();
        }
        assertThat(consoleErrors).as("console of %s", page.url()).isEmpty();
    }

    private void hear(ConsoleMessage message) {
        boolean aboutThePage = message.text().startsWith("Failed to load resource")
                && message.location().startsWith(page.url());
        if ("error".equals(message.type()) && !aboutThePage) { // the page's own status is asserted by the visitor
            consoleErrors.add(message.text());
        }
    }

    private int sidewaysScroll() {
        return (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    private List<String> barriers() {
        return new AxeBuilder(page)
                .withTags(WCAG).analyze().getViolations().stream()
                        .flatMap(rule -> Stream.concat(
                                Stream.of(rule.getId() + ": " + rule.getHelp()),
                                rule.getNodes().stream().map(node -> node.getHtml() + " " + node.getFailureSummary())))
                        .toList();
    }
}
