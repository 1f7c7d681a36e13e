package fr.parvis.partners;

import fr.parvis.partners.contract.SitePath;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A house whose software tells us what happens to residents' cases.
 *
 * @param slug its name in addresses
 * @param name the service as residents know it: "Médiathèque"
 * @param application what it proves itself as, and under which residents sign in there
 * @param source the {@code source} of its events, which no other partner may use
 * @param site its web site; all links of its events lead under it
 * @param unit the unit of the town that residents may ask
 * @param contact whom the town's team writes to when something fails
 * @param suspended whether it may neither tell nor be told anything
 * @param webhook where it wants to be told what happens here; null when it only tells
 */
public record Partner(
        UUID id,
        String slug,
        String name,
        UUID application,
        String source,
        URI site,
        String unit,
        String contact,
        boolean suspended,
        @Nullable URI webhook) {

    /** The same, told what happens here at this address; null for not at all. */
    public Partner toldAt(@Nullable URI address) {
        return new Partner(id, slug, name, application, source, site, unit, contact, suspended, address);
    }

    /** Where a path of an event leads; to the first page when it is none. */
    public URI page(@Nullable String path) {
        var base = site.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
                + (path != null && SitePath.isOne(path) ? path : "/"));
    }

    /**
     * The town's own way to the partner's page, for those who are linked: they arrive signed in where the partner knows
     * how.
     *
     * @param path of an event; null for where its site begins
     */
    public static String door(String slug, @Nullable String path) {
        var open = "/mes-services/" + slug + "/ouvrir";
        return path == null || !SitePath.isOne(path)
                ? open
                : open + "?vers=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
