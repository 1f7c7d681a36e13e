package fr.parvis.kernel.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Addresses of static files with a fingerprint of their content, so that browsers may keep them for a year. */
@Component
public class Assets implements SmartInitializingSingleton {

    private final ResourceUrlProvider urls;
    private final ApplicationContext context;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    Assets(ResourceUrlProvider urls, ApplicationContext context) {
        this.urls = urls;
        this.context = context;
    }

    /** By itself the provider would look for the files only after the web server has opened: too late for a page asked at once. */
    @Override
    public void afterSingletonsInstantiated() {
        urls.onApplicationEvent(new ContextRefreshedEvent(context));
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
