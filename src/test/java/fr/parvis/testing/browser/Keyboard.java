package fr.parvis.testing.browser;

import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;

/** A visitor who has no mouse: moves with Tab, and can only act on what has the focus. */
public final class Keyboard {

    private static final int PATIENCE = 80;

    /** The words of the focused element, as its label or its content gives them. */
    private static final String FOCUSED = """
            (() => {
              const element = document.activeElement;
              const label = element.labels?.length ? element.labels[0].innerText : null;
              return (element.ariaLabel || label || element.innerText || '').replace(/\\s+/g, ' ').trim();
            })()""";

    private final Visitor visitor;
    private final Page page;

    Keyboard(Visitor visitor, Page page) {
        this.visitor = visitor;
        this.page = page;
    }

    /** Moves the focus forward to the element whose words begin so. */
    public Keyboard reach(String words) {
        for (int i = 0; i < PATIENCE; i++) {
            page.keyboard().press("Tab");
            if (((String) page.evaluate(FOCUSED)).startsWith(words)) {
                return this;
            }
        }
        return Assertions.fail("the focus never comes to « %s » on %s", words, page.url());
    }

    /** Types in the field of this label. */
    public Keyboard type(String label, String value) {
        reach(label);
        page.keyboard().press("Control+A");
        page.keyboard().type(value);
        return this;
    }

    /** Ticks the box, or picks the answer, of this label; the arrows go from one radio button to the next. */
    public Keyboard choose(String label) {
        reach(label);
        page.keyboard().press("Space");
        return this;
    }

    /** Presses a key that stays on the page. */
    public Keyboard key(String key) {
        page.keyboard().press(key);
        return this;
    }

    /** Presses a key, which leads to another page from where the focus is. */
    public Visitor leave(String key) {
        return visitor.arriving(() -> page.keyboard().press(key));
    }

    /** Presses Enter on the link or button of these words, which leads to another page. */
    public Visitor enter(String words) {
        reach(words);
        return leave("Enter");
    }
}
