package fr.parvis.partners.web;

import fr.parvis.kernel.Settings;
import fr.parvis.partners.Partner;
import fr.parvis.partners.links.Linking;
import fr.parvis.partners.links.Linkings;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/**
 * The way to a partner's page. A partner that can be asked to sign people in is (OpenID Connect Core 1.0, section 4);
 * whatever the address says, it leads under the partner's site.
 */
@Component
class Threshold {

    private final Linkings linkings;
    private final Settings settings;

    Threshold(Linkings linkings, Settings settings) {
        this.linkings = linkings;
        this.settings = settings;
    }

    URI of(Partner partner, String path) {
        var page = partner.page(path);
        return linkings.find(partner.id())
                .map(Linking::signOn)
                .map(signOn -> signedIn(signOn, page))
                .orElse(page);
    }

    private URI signedIn(URI signOn, URI page) {
        return URI.create(signOn + (signOn.getRawQuery() == null ? "?" : "&") + "iss="
                + encode(settings.baseUrl().toString()) + "&target_link_uri=" + encode(page.toString()));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
