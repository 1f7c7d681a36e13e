package fr.parvis.partners.calls;

import fr.parvis.kernel.French;
import java.util.Set;

/**
 * What a refusal means and what mends it, in plain words.
 *
 * @param meaning what happened
 * @param town what the town's team does now, or waits for
 * @param vendor what the vendor's engineer does now
 * @param replay whether trying the same event again can help
 */
public record Advice(String meaning, String town, String vendor, boolean replay) {

    private static final Advice BROKEN = new Advice(
            "L’événement n’est pas comme le contrat le demande.",
            "L’éditeur corrige son programme, puis renvoie l’événement corrigé.",
            "Corrigez votre programme, puis renvoyez l’événement corrigé.",
            true);

    private static final Advice UNREAD = new Advice(
            "L’appel n’était pas comme le contrat le demande ; aucun événement n’a été lu.",
            "L’éditeur compare son programme à la documentation, puis rappelle.",
            "Comparez votre programme à la documentation, puis rappelez.",
            false);

    private static final Advice MISMATCHED = new Advice(
            "Le fichier, ou une de ses lignes, n’est pas comme la correspondance le demande.",
            "Comparez la correspondance au fichier ; si c’est le fichier qui est faux, l’éditeur le corrige et le renvoie.",
            "Corrigez le fichier et renvoyez-le, ou demandez à la ville de changer la correspondance.",
            false);

    private static final Set<String> OF_CALLS = Set.of("no-token", "bad-token", "bad-type", "bad-batch", "bad-json");

    private static final Set<String> OF_FILES = Set.of(
            "bad-quotes",
            "missing-columns",
            "wrong-columns",
            "missing-key",
            "bad-key",
            "missing-type",
            "unknown-word",
            "bad-value");

    /** Whom a page speaks to. */
    public enum Reader {
        TOWN,
        VENDOR
    }

    public Advice {
        meaning = French.typeset(meaning);
        town = French.typeset(town);
        vendor = French.typeset(vendor);
    }

    /** For a code of a refusal. */
    public static Advice on(String code) {
        if (OF_CALLS.contains(code)) {
            return UNREAD;
        }
        return isOfFiles(code) ? MISMATCHED : Advices.BY_CODE.getOrDefault(code, BROKEN);
    }

    /** Whether it is given to files and their lines, with words that quote their cells. */
    static boolean isOfFiles(String code) {
        return OF_FILES.contains(code);
    }

    /** What this reader does now. */
    public String mending(Reader reader) {
        return switch (reader) {
            case TOWN -> town;
            case VENDOR -> vendor;
        };
    }
}
