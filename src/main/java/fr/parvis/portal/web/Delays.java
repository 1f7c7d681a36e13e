package fr.parvis.portal.web;

import fr.parvis.portal.Sheet;
import fr.parvis.procedures.UsualDelays;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The usual delay of a service: what experience says, or else what its sheet says. */
@Component
class Delays {

    private final ObjectProvider<UsualDelays> experience;

    Delays(ObjectProvider<UsualDelays> experience) {
        this.experience = experience;
    }

    /** In words, as in "4 jours"; empty when the service has none. */
    String of(Sheet sheet) {
        return experience.stream()
                .flatMap(delays -> delays.of(sheet.slug()).stream())
                .findFirst()
                .orElse(sheet.service().usualDelay());
    }

    Line line(Sheet sheet) {
        return Line.of(sheet, of(sheet));
    }
}
