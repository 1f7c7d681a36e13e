package fr.parvis.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/** Single sign-on of somebody signed in who agreed before: authorize, code, token, by an application of the bench. */
final class SignOnRun {

    private static final String BACK = "https://bench.example/retour";
    private static final String VERIFIER = "a-verifier-of-more-than-forty-three-characters";

    private final String authorize;
    private final String credentials;
    private final String cookies;

    private SignOnRun(String authorize, String credentials, String cookies) {
        this.authorize = authorize;
        this.credentials = credentials;
        this.cookies = cookies;
    }

    /** Registers an application as the administrator does, and lets the demo resident agree to it. */
    static SignOnRun prepare() throws IOException, InterruptedException {
        var administrator = Person.signedIn("admin@parvis.example");
        var steps = "/bureau/applications/nouvelle/";
        administrator.post(steps + "protocole", Map.of("protocol", "OPENID"));
        administrator.post(steps + "adresses", Map.of("addresses", BACK));
        administrator.post(steps + "preuve", Map.of("algorithm", "RS256"));
        administrator.post(steps + "donnees", Map.of("claims", "EMAIL"));
        administrator.post(
                steps + "presentation",
                Map.of("name", "Bench", "purpose", "Measuring.", "contact", "bench@bench.example"));
        var registered = administrator.post(steps + "verification", Map.of()).body();
        var id = find("<code>(app-[^<]+)", registered);
        var secret = find("class=\"secret\">([^<]{43})", registered);
        var authorize = "/oauth2/authorize?client_id=" + id + "&redirect_uri=" + encode(BACK)
                + "&response_type=code&scope=openid+email&state=s&nonce=nnnnnnnnnnnnnnnnnnnnnnnn"
                + "&code_challenge_method=S256&code_challenge=" + challenge();
        var resident = Person.signedIn("resident@parvis.example");
        var asked = find(
                "name=\"demande\" value=\"([^\"]*)", resident.get(authorize).body());
        resident.post("/oauth2/consentement", Map.of("accord", "oui", "demande", asked.replace("&amp;", "&")));
        var basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return new SignOnRun(authorize, "Basic " + basic, resident.cookieHeader());
    }

    /** Pieces of work, one sign-on each. */
    List<Callable<Void>> pieces(int number) {
        return Collections.nCopies(number, this::signOn);
    }

    private Void signOn() throws IOException {
        var asked = open(authorize);
        asked.setRequestProperty("Cookie", cookies);
        asked.getResponseCode();
        var code = find("[?&]code=([^&]+)", String.valueOf(asked.getHeaderField("Location")));
        asked.getInputStream().readAllBytes(); // the connection serves again
        var token = open("/oauth2/token");
        token.setRequestProperty("Authorization", credentials);
        token.setDoOutput(true);
        token.getOutputStream()
                .write(("grant_type=authorization_code&code=" + code + "&redirect_uri=" + encode(BACK)
                                + "&code_verifier=" + VERIFIER)
                        .getBytes(StandardCharsets.UTF_8));
        if (!new String(token.getInputStream().readAllBytes(), StandardCharsets.UTF_8).contains("id_token")) {
            throw new IllegalStateException("no id_token");
        }
        return null;
    }

    private static HttpURLConnection open(String path) throws IOException {
        var connection =
                (HttpURLConnection) URI.create(Server.URL).resolve(path).toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        return connection;
    }

    private static String challenge() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static String find(String pattern, String text) {
        var found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new IllegalStateException(pattern + " is not there");
        }
        return found.group(1);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
