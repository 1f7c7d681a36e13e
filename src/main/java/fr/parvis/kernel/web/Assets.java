package fr.parvis.kernel.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Addresses of static files with a fingerprint of their content, so that browsers may keep them for a year. */
@Component
public class Assets {

    private final ResourceUrlProvider urls;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    Assets(ResourceUrlProvider urls) {
        this.urls = urls;
    }

    /** {@code /css/parvis.css} becomes {@code /css/parvis-3f2a….css}. */
    public String url(String path) {
        return known.computeIfAbsent(path, this::fingerprinted);
    }

    private String fingerprinted(String path) {
        var url = urls.getForLookupPath(path);
        if (url == null) {
            throw new IllegalArgumentException("no such static file: " + path);
        }
        return url;
    }
}
