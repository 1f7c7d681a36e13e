package fr.parvis.testing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * A person in front of a browser. Things are named by what the screen calls them; each page come to is checked at once
 * and must answer 2xx, or 422 for a form to correct, unless {@link #expecting(int)} says otherwise.
 */
public final class Visitor implements AutoCloseable {

    private static final int FORM_TO_CORRECT = 422;

    private final Runnable end;
    private final BrowserContext browser;
    private final Page page;
    private final boolean javaScript;
    private final PageChecks checks;
    private final Screens screens;
    private @Nullable Response document;
    private int loads;
    private int expectedStatus;

    Visitor(BrowserContext browser, boolean javaScript, Screens screens) {
        this(browser::close, browser, browser.newPage(), javaScript, screens);
    }

    private Visitor(Runnable end, BrowserContext browser, Page page, boolean javaScript, Screens screens) {
        this.end = end;
        this.browser = browser;
        this.page = page;
        this.javaScript = javaScript;
        this.screens = screens;
        this.checks = new PageChecks(page, javaScript);
        page.onResponse(this::keepDocument);
        page.onLoad(loaded -> loads++);
    }

    /** Goes to an address of the portal; of a whole URL, as in an e-mail, the host is left out. */
    public Visitor open(String address) {
        var uri = URI.create(address);
        var path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        return arriving(() -> page.navigate(path));
    }

    /** The next page must answer this status. */
    public Visitor expecting(int status) {
        expectedStatus = status;
        return this;
    }

    /** Types in the field of this label, replacing what it holds. */
    public Visitor fill(String label, String value) {
        field(label).fill(value);
        return this;
    }

    /** Ticks the box, or picks the answer, of this label. */
    public Visitor choose(String label) {
        field(label).check();
        return this;
    }

    /** Picks an option of a list. */
    public Visitor choose(String label, String option) {
        field(label).selectOption(option);
        return this;
    }

    /** Adds files to the field of this label. */
    public Visitor attach(String label, Path... files) {
        field(label).setInputFiles(files);
        return this;
    }

    /** Presses a button that leads to another page. */
    public Visitor press(String button) {
        return arriving(() -> named(AriaRole.BUTTON, button).click());
    }

    /** Follows a link to another page. */
    public Visitor follow(String link) {
        return arriving(() -> named(AriaRole.LINK, link).click());
    }

    /** Follows a link that opens a new tab of the same browser; close it to come back. */
    public Visitor followInNewTab(String link) {
        var tab = page.waitForPopup(() -> named(AriaRole.LINK, link).click());
        tab.waitForURL(url -> !url.equals("about:blank")); // a page still on its way cannot be asked for again
        return new Visitor(tab::close, browser, tab, javaScript, screens).arriving(tab::reload);
    }

    /** Follows a link of the list of what to correct, which leads to a field of this page. */
    public Visitor correct(String error) {
        page.locator(".summary").getByText(error).click();
        return this;
    }

    /** The content of the file that a link leads to, which must not be a page. */
    public byte[] download(String link) {
        var href = named(AriaRole.LINK, link).getAttribute("href");
        var answer = page.request().get(href);
        Assertions.assertThat(answer.status()).as("status of %s", href).isEqualTo(200);
        Assertions.assertThat(answer.headers().get("content-type")).doesNotContain("html");
        return answer.body();
    }

    /** Loses a cookie, as a browser does that was closed or cleaned; no answer on its way brings it back. */
    public Visitor lose(String cookie) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        browser.clearCookies(new BrowserContext.ClearCookiesOptions().setName(cookie));
        return this;
    }

    /** Turns the screen dark. */
    public Visitor inTheDark() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        return this;
    }

    /** Lets the system choose all the colours, as people who see badly do. */
    public Visitor withForcedColours() {
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        return this;
    }

    /** Goes on with the keyboard alone. */
    public Keyboard keyboard() {
        return new Keyboard(this, page);
    }

    /** The page shows this text; spaces of any kind count as one. */
    public Visitor see(String text) {
        assertThat(page.locator("body")).containsText(text, new ContainsTextOptions().setUseInnerText(true));
        return this;
    }

    public Visitor seeNot(String text) {
        assertThat(page.locator("body")).not().containsText(text, new ContainsTextOptions().setUseInnerText(true));
        return this;
    }

    /** The page's main heading. */
    public Visitor seeHeading(String text) {
        assertThat(page.locator("h1")).containsText(text);
        return this;
    }

    /** What the field of this label holds. */
    public Visitor seeValue(String label, String value) {
        assertThat(field(label)).hasValue(value);
        return this;
    }

    /** The focus is on the field of this label. */
    public Visitor seeFocus(String label) {
        assertThat(field(label)).isFocused();
        return this;
    }

    /** The path of the page, with its query. */
    public String path() {
        var uri = URI.create(page.url());
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    /** All the text of the page, for what has no words of its own here, such as a reference. */
    public String text() {
        return page.locator("body").innerText();
    }

    /** The browser's page, for what these words do not cover. */
    public Page page() {
        return page;
    }

    /** Closes a new tab, or for the first one the browser. */
    @Override
    public void close() {
        end.run();
    }

    /** Does something that leads to another page, and looks at that page. */
    Visitor arriving(Runnable action) {
        int before = loads;
        action.run();
        page.waitForCondition(() -> loads > before);
        var arrived = Objects.requireNonNull(document);
        screens.take(page);
        Assertions.assertThat(arrived.status())
                .as("status of %s", page.url())
                .matches(status -> expectedStatus == 0 ? isFine(status) : status == expectedStatus, "is expected");
        expectedStatus = 0;
        checks.check(arrived);
        return this;
    }

    private static boolean isFine(int status) {
        return status < 300 || status == FORM_TO_CORRECT;
    }

    private void keepDocument(Response response) {
        if (response.request().isNavigationRequest() && response.frame().equals(page.mainFrame())) {
            document = response;
        }
    }

    private Locator field(String label) {
        var exact = page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
        return exact.count() == 1 ? exact : page.getByLabel(label);
    }

    private Locator named(AriaRole role, String name) {
        var exact =
                page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
        return exact.count() >= 1 ? exact.first() : page.getByRole(role, new Page.GetByRoleOptions().setName(name));
    }
}
