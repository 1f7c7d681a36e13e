package fr.parvis.identity.sessions;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A few words from which people recognise their device, as in "Firefox sur Android"; the full header is not kept. */
final class Device {

    /** In this order: most browsers also claim to be the ones below them. */
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(
            Map.entry("Edg", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("SamsungBrowser", "Samsung Internet"),
            Map.entry("Firefox", "Firefox"),
            Map.entry("FxiOS", "Firefox"),
            Map.entry("Chrome", "Chrome"),
            Map.entry("CriOS", "Chrome"),
            Map.entry("Safari", "Safari"));

    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("Android", "Android"),
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("Windows", "Windows"),
            Map.entry("Mac OS", "Mac"),
            Map.entry("CrOS", "ChromeOS"),
            Map.entry("Linux", "Linux"));

    private Device() {}

    /** Names the device of a {@code User-Agent} header. */
    static String of(@Nullable String userAgent) {
        if (userAgent == null) {
            return "Appareil inconnu";
        }
        return named(userAgent, BROWSERS, "Navigateur") + " sur " + named(userAgent, SYSTEMS, "un autre appareil");
    }

    private static String named(String userAgent, List<Map.Entry<String, String>> names, String otherwise) {
        return names.stream()
                .filter(name -> userAgent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }
}
