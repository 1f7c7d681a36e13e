package fr.parvis.testing.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pictures of the pages of a journey, in {@code target/screens}, for people to look at. */
final class Screens {

    private static final Path FOLDER = Path.of("target", "screens");

    private final String journey;
    private final int width;
    private int taken;

    Screens(String journey, int width) {
        this.journey = journey;
        this.width = width;
    }

    void take(Page page) {
        var name = "%s-%02d-%d.png".formatted(journey, ++taken, width);
        page.screenshot(
                new Page.ScreenshotOptions().setPath(FOLDER.resolve(name)).setFullPage(true));
    }
}
