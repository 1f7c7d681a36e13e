package fr.parvis.applications;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an application's address must look like, for nobody to be sent where others can listen (RFC 9700, 4.1). */
public final class WebAddress {

    private static final Set<String> THIS_COMPUTER = Set.of("localhost", "127.0.0.1", "[::1]");

    private WebAddress() {}

    /** What is wrong with it, in plain French; null when nothing is. */
    public static @Nullable String fault(String address) {
        try {
            var parsed = new URI(address);
            if (!parsed.isAbsolute() || parsed.getHost() == null) {
                return "Écrivez l’adresse en entier, comme https://exemple.fr\u00a0: " + address;
            }
            if (parsed.getRawFragment() != null || parsed.getRawUserInfo() != null || address.contains("*")) {
                return "Retirez ce qui suit #, ce qui précède @ et les étoiles\u00a0: " + address;
            }
            return "https".equals(parsed.getScheme()) || ("http".equals(parsed.getScheme()) && isLocal(parsed))
                    ? null
                    : "L’adresse doit commencer par https, comme https://exemple.fr\u00a0: " + address;
        } catch (URISyntaxException malformed) {
            return "Ce n’est pas une adresse\u00a0: " + address;
        }
    }

    /** Whether it names the computer it is read on, which suits development only. */
    public static boolean isLocal(URI address) {
        return address.getHost() != null && THIS_COMPUTER.contains(address.getHost());
    }
}
