package fr.parvis.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser's cookies who reads pages and sends forms, and waits for each answer. */
final class Person {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    /** What the demonstration shows of an invented person's phone. */
    private static final Pattern DEMO_CODE = Pattern.compile("affiche <b>(\\d{6})</b>");

    /** The last code of each person. */
    private static final Map<String, String> SERVED = new ConcurrentHashMap<>();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /** Somebody of the demo town, signed in through the form. */
    static Person signedIn(String email) throws IOException, InterruptedException {
        var person = new Person();
        person.get("/connexion");
        var answer = person.post("/connexion", Map.of("email", email, "password", "Parvis-demo-2026"));
        person.showPhone(email, answer.body());
        if (!person.get("/compte").uri().getPath().equals("/compte")) {
            throw new IllegalStateException(email + " cannot sign in");
        }
        return person;
    }

    /** Copies the code that their phone shows, if one is asked for; a code serves once, and who came just now waits. */
    private void showPhone(String email, String page) throws IOException, InterruptedException {
        var code = DEMO_CODE.matcher(page);
        if (!code.find()) {
            return;
        }
        while (code.group(1).equals(SERVED.get(email))) {
            Thread.sleep(500);
            code = DEMO_CODE.matcher(get("/connexion/second-facteur").body());
            if (!code.find()) {
                throw new IllegalStateException("no code for " + email);
            }
        }
        SERVED.put(email, code.group(1));
        post("/connexion/second-facteur", Map.of("code", code.group(1)));
    }

    /** The page, after redirects; anything but 2xx is a failure. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(Server.URL + path)));
    }

    /** Sends a form with its forgery token, and reads the page it leads to. */
    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        var form = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&", "", "&_csrf=" + encode(token())));
        return send(HttpRequest.newBuilder(URI.create(Server.URL + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** What wrk must send to be this person. */
    String cookieHeader() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Any page with a form gives a token that holds for all forms of this person. */
    String token() throws IOException, InterruptedException {
        var page = get("/bench/bare").body();
        var token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new IllegalStateException("no forgery token in the page");
        }
        return token.group(1);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = client.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(response.statusCode() + " from " + response.uri());
        }
        return response;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
