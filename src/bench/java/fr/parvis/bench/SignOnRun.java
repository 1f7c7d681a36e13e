package fr.parvis.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
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

    /** What wrk is told to make sign-ons: where to ask, the application's credentials, the person's cookies, the form. */
    List<String> arguments() {
        return List.of(
                authorize,
                credentials,
                cookies,
                "grant_type=authorization_code&redirect_uri=" + encode(BACK) + "&code_verifier=" + VERIFIER);
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
