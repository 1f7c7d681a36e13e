package fr.parvis.procedures.fields;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Cleans what browsers send: one Unicode form (NFC), no control or invisible characters, no spaces around. */
public final class Typed {

    /** Controls, formatting such as bidirectional overrides, lone surrogates and unassigned: never part of an answer. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}&&[^\\n\\u200d]]");

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2007\\u202f\\u3000]+");

    private Typed() {}

    /** One line: every run of spaces, tabs or line ends becomes one space. */
    public static String line(String raw) {
        return visible(SPACES.matcher(raw).replaceAll(" ")).strip();
    }

    /** Several lines; line ends are kept, as {@code \n}. */
    public static String lines(String raw) {
        return visible(raw.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' '))
                .strip();
    }

    /** Without spaces, dots and hyphens, for numbers that people group as they like. */
    static String compact(String line) {
        return line.replaceAll("[ .\\-]", "");
    }

    private static String visible(String text) {
        return INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll("");
    }
}
