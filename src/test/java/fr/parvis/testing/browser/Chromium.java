package fr.parvis.testing.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The one Chromium of a test run: the machine's own, at {@code PARVIS_CHROMIUM} or where Debian puts it. */
final class Chromium implements AutoCloseable {

    private static final String EXECUTABLE = System.getenv().getOrDefault("PARVIS_CHROMIUM", "/usr/bin/chromium");

    /** Milliseconds to wait for something that should be on the page, on a busy machine. */
    private static final double PATIENCE = 15_000;

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(Path.of(EXECUTABLE))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** A browser of its own for one person: nothing is shared with the others. */
    BrowserContext context(String baseUrl, boolean javaScript, int width) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(baseUrl)
                .setJavaScriptEnabled(javaScript)
                .setViewportSize(width, 900)
                .setLocale("fr-FR")
                .setTimezoneId("Europe/Paris"));
        context.setDefaultTimeout(PATIENCE);
        return context;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
