package fr.parvis.documents;

import java.text.Normalizer;

/** Names of files as people send them, made safe to show, store and offer for download. */
final class FileName {

    private static final int LONGEST = 120;
    private static final int LONGEST_EXTENSION = 8;

    private FileName() {}

    /**
     * The last part of the name without control, bidirectional and reserved characters, 120 characters at most, its
     * extension kept; "document" when nothing is left.
     */
    static String clean(String name) {
        // browsers encode what would end the header they write the name in
        var sent = name.replace("%22", "\"").replaceAll("%0[AaDd]", " ");
        var last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        var shown = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[\\p{C}\\p{Zl}\\p{Zp}\\uFFFD]", "")
                .replaceAll("[<>:\"|?*]", "_")
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
        return shown.isEmpty() ? "document" : shortened(shown);
    }

    static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        var extension = dot >= name.length() - LONGEST_EXTENSION ? name.substring(dot) : "";
        int end = LONGEST - extension.length();
        if (Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end) + extension;
    }
}
