package fr.parvis.procedures.fields;

import java.text.Normalizer;
import java.util.Locale;

/** Texts without accents or capitals, to compare what people typed. */
final class Plain {

    private Plain() {}

    static String text(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
