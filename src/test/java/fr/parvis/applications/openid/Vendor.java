package fr.parvis.applications.openid;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.parvis.applications.Application;
import fr.parvis.applications.Application.Algorithm;
import fr.parvis.applications.Application.Protocol;
import fr.parvis.applications.Applications;
import fr.parvis.applications.Claim;
import fr.parvis.testing.Browser;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A vendor's application, as a program would behave that knows nothing but the protocol. */
public final class Vendor {

    /** Where people are sent back to. */
    public static final String ADDRESS = "https://mediatheque.example/retour";

    static final String VERIFIER = "un-verificateur-de-quarante-trois-caracteres-au-moins";

    private static final Set<Claim> USUAL = Set.of(Claim.GIVEN_NAME, Claim.EMAIL);
    private static final Pattern REQUEST = Pattern.compile("name=\"demande\" value=\"([^\"]*)\"");

    public final Application application;
    public final String secret;
    private final int port;

    private Vendor(Application application, String secret, int port) {
        this.application = application;
        this.secret = secret;
        this.port = port;
    }

    /** What came back from the token endpoint. */
    public record Answer(int status, JsonNode body) {

        JWTClaimsSet idToken() throws java.text.ParseException {
            return SignedJWT.parse(body.get("id_token").asString()).getJWTClaimsSet();
        }

        public String accessToken() {
            return body.get("access_token").asString();
        }

        String refreshToken() {
            return body.get("refresh_token").asString();
        }

        public String error() {
            return body.path("error").asString();
        }
    }

    public static Vendor register(Applications applications, int port) {
        return register(applications, port, null, false);
    }

    public static Vendor register(Applications applications, int port, @Nullable String backChannel, boolean offline) {
        return register(applications, port, application(backChannel, null, offline, USUAL));
    }

    /** An application that may learn all of this. */
    static Vendor register(Applications applications, int port, Set<Claim> claims) {
        return register(applications, port, application(null, null, false, claims));
    }

    /** A vendor that signs assertions with keys published there. */
    public static Vendor withKeys(Applications applications, int port, String keySet) {
        return register(applications, port, application(null, keySet, false, USUAL));
    }

    private static Vendor register(Applications applications, int port, Application application) {
        applications.save(application);
        return new Vendor(application, applications.renewSecret(application.id()), port);
    }

    private static Application application(
            @Nullable String backChannel, @Nullable String keySet, boolean offline, Set<Claim> claims) {
        var id = UUID.randomUUID();
        return new Application(
                id,
                "app-" + id,
                "Médiathèque",
                "Emprunter et réserver des livres.",
                "support@mediatheque.example",
                Protocol.OPENID,
                List.of(ADDRESS),
                List.of("https://mediatheque.example/"),
                backChannel,
                claims,
                keySet,
                Algorithm.RS256,
                offline,
                false);
    }

    /** The address to send a browser to; pairs replace or, when the value is null, leave out a parameter. */
    public String authorize(@Nullable String... pairs) {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", application.clientId());
        parameters.put("redirect_uri", ADDRESS);
        parameters.put("response_type", "code");
        parameters.put("scope", "openid profile email");
        parameters.put("state", "etat-du-navigateur");
        parameters.put("nonce", "nonce-du-navigateur");
        parameters.put("code_challenge", challenge(VERIFIER));
        parameters.put("code_challenge_method", "S256");
        for (int i = 0; i < pairs.length; i += 2) {
            parameters.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return Provider.AUTHORIZE + "?"
                + parameters.entrySet().stream()
                        .filter(parameter -> parameter.getValue() != null)
                        .map(parameter -> parameter.getKey() + "="
                                + URLEncoder.encode(String.valueOf(parameter.getValue()), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    /** The person agrees on the page shown; gives where they go on to. */
    public static String agree(Browser browser, Browser.Page page) {
        return decide(browser, page, "oui");
    }

    static String decide(Browser browser, Browser.Page page, String answer) {
        var request = REQUEST.matcher(page.body());
        if (!request.find()) {
            throw new AssertionError("no question on this page: " + page.status() + " " + page.body());
        }
        var onward = browser.post(
                "/oauth2/consentement", "demande", request.group(1).replace("&amp;", "&"), "accord", answer);
        return onward.header("Refresh").replace("0;url=", "");
    }

    /** A parameter of an address that somebody was sent back to. */
    public static String parameter(String address, String name) {
        var found = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(address);
        return found.find() ? URLDecoder.decode(found.group(1), StandardCharsets.UTF_8) : "";
    }

    public Answer exchange(String code, String... pairs) {
        return call(
                Provider.TOKEN,
                form(
                        List.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code,
                                "redirect_uri",
                                ADDRESS,
                                "code_verifier",
                                VERIFIER),
                        pairs));
    }

    Answer refresh(String token) {
        return call(Provider.TOKEN, form(List.of("grant_type", "refresh_token", "refresh_token", token)));
    }

    /** Calls with the secret in the Authorization header. */
    Answer call(String path, String... form) {
        return callWith(secret, path, form);
    }

    public Answer callWith(String withSecret, String path, String... form) {
        var basic = Base64.getEncoder()
                .encodeToString((application.clientId() + ":" + withSecret).getBytes(StandardCharsets.UTF_8));
        var page = new Browser(port).with("Authorization", "Basic " + basic).postAsIs(path, form);
        return answer(page);
    }

    public Answer userInfo(String accessToken) {
        return answer(
                new Browser(port).with("Authorization", "Bearer " + accessToken).get(Provider.USER_INFO));
    }

    static Answer answer(Browser.Page page) {
        return new Answer(
                page.status(), JsonMapper.shared().readTree(page.body().isBlank() ? "{}" : page.body()));
    }

    static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String[] form(List<String> usual, String... pairs) {
        Map<String, String> form = new LinkedHashMap<>();
        for (int i = 0; i < usual.size(); i += 2) {
            form.put(usual.get(i), usual.get(i + 1));
        }
        for (int i = 0; i < pairs.length; i += 2) {
            form.put(pairs[i], pairs[i + 1]);
        }
        var flat = new ArrayList<String>();
        form.forEach((name, value) -> {
            flat.add(name);
            flat.add(value);
        });
        return flat.toArray(String[]::new);
    }
}
