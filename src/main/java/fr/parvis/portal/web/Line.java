package fr.parvis.portal.web;

import fr.parvis.kernel.French;
import fr.parvis.portal.Sheet;

/** A service in a list: where it leads and how long it takes. */
public record Line(String title, String href, String summary, String time) {

    static Line of(Sheet sheet, String usualDelay) {
        var service = sheet.service();
        var time = sheet.online()
                ? service.minutes() + French.NBSP + "min"
                        + (usualDelay.isEmpty() ? "" : " · délai habituel " + usualDelay)
                : "au guichet ou par téléphone";
        return new Line(sheet.title(), sheet.href(), service.summary(), time);
    }
}
