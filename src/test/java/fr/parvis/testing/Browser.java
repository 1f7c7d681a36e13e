package fr.parvis.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A person's browser without JavaScript: keeps cookies, sends the forgery token of the page it shows, does not follow
 * redirects. Each has a network address of its own, as seen through the proxy.
 */
public final class Browser {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    private final int port;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String token = "";

    public Browser(int port) {
        this.port = port;
        var random = ThreadLocalRandom.current();
        headers.put("X-Forwarded-For", "2001:db8:%x:%x::1".formatted(random.nextInt(0x10000), random.nextInt(0x10000)));
        headers.put("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        headers.put("Sec-Fetch-Site", "same-origin");
    }

    /** What the server answered; {@code location} is empty but for a redirect. */
    public record Page(int status, String body, String location, Map<String, List<String>> headers) {

        /** The value of a header, empty when absent. */
        public String header(String name) {
            return String.join(", ", headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of()));
        }
    }

    /** Sends this header from now on; null to leave it out. */
    public Browser with(String header, @Nullable String value) {
        if (value == null) {
            headers.remove(header);
        } else {
            headers.put(header, value);
        }
        return this;
    }

    public Page get(String path) {
        return send(request(path).GET());
    }

    /** Sends a form with these names and values, and the forgery token of the last page that had one. */
    public Page post(String path, String... namesAndValues) {
        var form = new ArrayList<>(List.of(namesAndValues));
        form.addAll(List.of("_csrf", token));
        return postAsIs(path, form.toArray(String[]::new));
    }

    /** Sends a form with these names and values and nothing else. */
    public Page postAsIs(String path, String... namesAndValues) {
        var body = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.append(body.isEmpty() ? "" : "&")
                    .append(encode(namesAndValues[i]))
                    .append('=')
                    .append(encode(namesAndValues[i + 1]));
        }
        return post(path, "application/x-www-form-urlencoded", BodyPublishers.ofString(body.toString()));
    }

    /** Sends a form with one file, as {@code multipart/form-data}. */
    public Page postFile(String path, Map<String, String> fields, String fileName, byte[] content) {
        var boundary = "limite-de-partie";
        var parts = new ArrayList<byte[]>();
        fields.forEach((name, value) -> parts.add(bytes("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                + name + "\"\r\n\r\n" + value + "\r\n")));
        parts.add(bytes("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        parts.add(content);
        parts.add(bytes("\r\n--" + boundary + "--\r\n"));
        return post(path, "multipart/form-data; boundary=" + boundary, BodyPublishers.ofByteArrays(parts));
    }

    /** A file chosen in a form, whatever its name says it is. */
    @SuppressWarnings("ArrayRecordComponent") // sent, never compared
    public record Chosen(String field, String name, byte[] content) {}

    /** Sends a form with the files chosen in it, and the forgery token of the last page that had one. */
    public Page postFiles(String path, Map<String, String> fields, Chosen... files) {
        var boundary = "limite-de-partie";
        var parts = new ArrayList<byte[]>();
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", token);
        all.forEach((name, value) -> parts.add(bytes("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                + name + "\"\r\n\r\n" + value + "\r\n")));
        for (var file : files) {
            parts.add(bytes("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + file.field()
                    + "\"; filename=\"" + file.name() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
            parts.add(file.content());
            parts.add(bytes("\r\n"));
        }
        parts.add(bytes("--" + boundary + "--\r\n"));
        return post(path, "multipart/form-data; boundary=" + boundary, BodyPublishers.ofByteArrays(parts));
    }

    /** The forgery token of the last page that had a form. */
    public String token() {
        return token;
    }

    public @Nullable String cookie(String name) {
        return cookies.get(name);
    }

    /** Puts a cookie in this browser, or takes it away. */
    public void setCookie(String name, @Nullable String value) {
        if (value == null) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    private Page post(String path, String type, BodyPublisher body) {
        return send(request(path).header("Content-Type", type).POST(body));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            var all = new StringBuilder();
            cookies.forEach((name, value) -> all.append(all.isEmpty() ? "" : "; ")
                    .append(name)
                    .append('=')
                    .append(value));
            request.header("Cookie", all.toString());
        }
        return request;
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            response.headers().allValues("set-cookie").forEach(this::keep);
            var found = TOKEN.matcher(response.body());
            if (found.find()) {
                token = found.group(1);
            }
            return new Page(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("location").orElse(""),
                    response.headers().map());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void keep(String header) {
        HttpCookie.parse(header).forEach(cookie -> {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        });
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
