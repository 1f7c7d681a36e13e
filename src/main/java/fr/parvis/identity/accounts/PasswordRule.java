package fr.parvis.identity.accounts;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What makes a password good enough: length, and an estimate of how hard it is to guess rather than classes of
 * characters (CNIL délibération 2022-100: 50 bits with a growing delay after failures).
 */
public final class PasswordRule {

    /** Shown beside the field, before anybody gets it wrong. */
    public static final String HINT =
            "12 caractères au moins. Quatre ou cinq mots sans rapport entre eux font un bon mot de passe, facile à retenir.";

    private static final int SHORTEST = 12;
    private static final int LONGEST = 128;
    private static final int GOOD_ENOUGH = 3;

    /** No name or address is longer; the estimate would take its time over a megabyte. */
    private static final int LONGEST_ABOUT = 300;

    private static final Zxcvbn ESTIMATOR = new Zxcvbn();

    private PasswordRule() {}

    /**
     * What to correct in the password, in French; empty when it is good enough.
     *
     * @param about what others know of the person (names, address), which must not be all there is to guess
     */
    public static Optional<String> check(String password, String... about) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("Choisissez un mot de passe d’au moins 12 caractères.");
        }
        if (length > LONGEST) {
            return Optional.of("Choisissez un mot de passe d’au plus 128 caractères.");
        }
        return ESTIMATOR.measure(password, words(about)).getScore() < GOOD_ENOUGH
                ? Optional.of("Ce mot de passe est facile à deviner. Ajoutez un ou deux mots sans rapport avec vous,"
                        + " ni suite de chiffres ou de lettres.")
                : Optional.empty();
    }

    private static List<String> words(String... about) {
        return Arrays.stream(about)
                .filter(text -> text.length() <= LONGEST_ABOUT)
                .flatMap(text -> Stream.concat(Stream.of(text), Arrays.stream(text.split("[^\\p{L}\\p{N}]+"))))
                .filter(word -> word.length() > 2)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .flatMap(word -> Stream.of(word, withoutAccents(word)))
                .distinct()
                .toList();
    }

    private static String withoutAccents(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
