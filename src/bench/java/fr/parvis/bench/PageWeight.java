package fr.parvis.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** What a browser that has never been here downloads for a page: the page, its style sheets and scripts, compressed. */
final class PageWeight {

    private static final Pattern PARTS = Pattern.compile("(?:href|src)=\"(/(?:css|js|img)/[^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String cookies;

    PageWeight(String cookies) {
        this.cookies = cookies;
    }

    long bytes(String path) throws IOException, InterruptedException {
        var page = compressed(path);
        var html = new String(gunzipped(page), StandardCharsets.UTF_8);
        long total = page.length;
        for (var part : PARTS.matcher(html)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList()) {
            total += compressed(part).length;
        }
        return total;
    }

    private byte[] compressed(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(Server.URL + path))
                .header("Cookie", cookies)
                .header("Accept-Encoding", "gzip")
                .build();
        return client.send(request, BodyHandlers.ofByteArray()).body();
    }

    private static byte[] gunzipped(byte[] page) throws IOException {
        boolean compressed = page.length > 1 && page[0] == 0x1f && (page[1] & 0xff) == 0x8b;
        try (InputStream in = new java.io.ByteArrayInputStream(page)) {
            return compressed ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
        }
    }
}
