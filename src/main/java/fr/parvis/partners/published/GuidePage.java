package fr.parvis.partners.published;

import gg.jte.Content;

/**
 * A page of the guide.
 *
 * @param language of the page: "fr" or "en"
 * @param html made of our own text only
 */
public record GuidePage(String title, String language, String html) {

    public Content content() {
        return output -> output.writeContent(html);
    }

    public boolean french() {
        return "fr".equals(language);
    }
}
