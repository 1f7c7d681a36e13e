package fr.parvis.applications.hearing;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says by what an address misses those that are registered, for they are compared character for character. */
final class NearAddress {

    private NearAddress() {}

    /** How to mend an address that is not registered. */
    static String mending(String asked, List<String> registered) {
        if (asked.isEmpty() && !registered.isEmpty()) {
            return "Envoyez redirect_uri = " + registered.getFirst();
        }
        return registered.stream()
                .flatMap(address -> difference(asked, address).stream())
                .findFirst()
                .orElse("Cette adresse n’est pas enregistrée. Ajoutez-la à l’application si l’éditeur la confirme.");
    }

    private static Optional<String> difference(String asked, String registered) {
        if (asked.equals(registered + "/")) {
            return Optional.of("Retirez la barre oblique à la fin : " + registered + " est enregistrée sans.");
        }
        if (registered.equals(asked + "/")) {
            return Optional.of("Ajoutez la barre oblique à la fin : " + registered + " est enregistrée avec.");
        }
        if (asked.toLowerCase(Locale.ROOT).equals(registered.toLowerCase(Locale.ROOT))) {
            return Optional.of("Les majuscules comptent : " + registered + " est enregistrée.");
        }
        if (asked.replaceFirst("^http:", "https:").equals(registered)) {
            return Optional.of("L’adresse doit commencer par https : " + registered + " est enregistrée.");
        }
        if (asked.startsWith(registered + "?")) {
            return Optional.of("Retirez ce qui suit le point d’interrogation, ou enregistrez l’adresse entière.");
        }
        return sameSite(asked, registered)
                ? Optional.of("Le site est le bon, pas le chemin : " + registered + " est enregistrée.")
                : Optional.empty();
    }

    private static boolean sameSite(String asked, String registered) {
        try {
            var site = URI.create(asked).getAuthority();
            return site != null && site.equals(URI.create(registered).getAuthority());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
