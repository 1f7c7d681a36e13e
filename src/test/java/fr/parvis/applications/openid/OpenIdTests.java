package fr.parvis.applications.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import fr.parvis.applications.Acquaintances;
import fr.parvis.applications.ApplicationJournal;
import fr.parvis.applications.Applications;
import fr.parvis.applications.logout.LogoutListener;
import fr.parvis.applications.signing.SigningKeys;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Cast.Player;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The town as identity provider, as its applications meet it; every broken rule gives nothing away. */
@ParvisTest
class OpenIdTests {

    @LocalServerPort
    int port;

    String issuer = "";

    @Autowired
    Cast cast;

    @Autowired
    Applications applications;

    @Autowired
    Acquaintances acquaintances;

    @Autowired
    ApplicationJournal journal;

    @Autowired
    MovingClock clock;

    Vendor vendor;
    Player zoe;
    Browser browser;

    @BeforeEach
    void begin() {
        issuer = "http://localhost:" + port;
        vendor = Vendor.register(applications, port);
        zoe = cast.resident("Zoé", "Martin");
        browser = signedIn(zoe);
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void tellsApplicationsHowToConnect() {
        var document =
                Vendor.answer(browser.get("/.well-known/openid-configuration")).body();
        assertThat(document.get("issuer").asString()).isEqualTo(issuer);
        assertThat(document.get("token_endpoint").asString()).isEqualTo(issuer + "/oauth2/token");
        assertThat(document.get("subject_types_supported").toString()).isEqualTo("[\"pairwise\"]");
        assertThat(document.get("response_types_supported").toString()).isEqualTo("[\"code\"]");
        assertThat(document.get("code_challenge_methods_supported").toString()).isEqualTo("[\"S256\"]");
        assertThat(browser.get("/oauth2/jwks").body())
                .contains("\"kty\":\"RSA\"", "\"kty\":\"EC\"")
                .doesNotContain("\"d\"");
    }

    @Test
    void signsAPersonIn() throws Exception {
        var question = browser.get(vendor.authorize());
        assertThat(question.body())
                .contains("Médiathèque recevra", "votre prénom", "votre adresse électronique")
                .contains("mailto:support@mediatheque.example", "/logo")
                .doesNotContain("<li>votre nom</li>");
        var back = Vendor.agree(browser, question);
        assertThat(back).startsWith(Vendor.ADDRESS + "?");
        assertThat(Vendor.parameter(back, "state")).isEqualTo("etat-du-navigateur");
        assertThat(Vendor.parameter(back, "iss")).isEqualTo(issuer);

        var answer = vendor.exchange(Vendor.parameter(back, "code"));
        assertThat(answer.status()).isEqualTo(200);
        var keys = JWKSet.parse(browser.get("/oauth2/jwks").body());
        var validator = new IDTokenValidator(
                new Issuer(issuer), new ClientID(vendor.application.clientId()), JWSAlgorithm.RS256, keys);
        var claims = validator.validate(
                SignedJWT.parse(answer.body().get("id_token").asString()), new Nonce("nonce-du-navigateur"));
        assertThat(claims.getACR().getValue()).isEqualTo("eidas0");
        assertThat(claims.getAMR()).extracting(Object::toString).containsExactly("pwd");
        assertThat(claims.toJWTClaimsSet().getClaims()).doesNotContainKeys("email", "given_name");

        var person = vendor.userInfo(answer.accessToken()).body();
        assertThat(person.propertyNames()).containsExactlyInAnyOrder("sub", "given_name", "email", "email_verified");
        assertThat(person.get("given_name").asString()).isEqualTo("Zoé");
        assertThat(person.get("sub").asString()).isEqualTo(claims.getSubject().getValue());
        assertThat(journal.newest(vendor.application.id(), 5))
                .extracting(ApplicationJournal.Event::kind)
                .containsExactly(ApplicationJournal.Kind.SIGNED_IN);
    }

    @Test
    void asksOnceAndThenNoMore() {
        code();
        assertThat(browser.get(vendor.authorize()).location()).startsWith(Vendor.ADDRESS + "?");
        assertThat(browser.get(vendor.authorize("prompt", "consent")).status()).isEqualTo(200);
        acquaintances.withdraw(vendor.application.id(), zoe.viewer().account());
        assertThat(browser.get(vendor.authorize()).body()).contains("Médiathèque recevra");
    }

    @Test
    void givesTwoApplicationsTwoNames() throws Exception {
        var first = vendor.exchange(code()).idToken();
        vendor = Vendor.register(applications, port);
        var second = vendor.exchange(code()).idToken();
        assertThat(first.getSubject()).isNotEqualTo(second.getSubject());
        assertThat(first.getStringClaim("sid")).isNotEqualTo(second.getStringClaim("sid"));
    }

    @Test
    void sendsBackWhoDeclines() {
        var back = Vendor.decide(browser, browser.get(vendor.authorize()), "non");
        assertThat(Vendor.parameter(back, "error")).isEqualTo("access_denied");
        assertThat(Vendor.parameter(back, "iss")).isEqualTo(issuer);
    }

    @Test
    void leadsAStrangerThroughTheSignInPage() {
        var stranger = new Browser(port);
        var there = stranger.get(vendor.authorize()).location();
        assertThat(there).startsWith("/connexion?suite=%2Foauth2%2Fsuite");
        assertThat(stranger.get(there).body())
                .contains("pour aller sur Médiathèque", "/applications/" + vendor.application.id() + "/logo");
        var suite = Vendor.parameter(there, "suite");
        var next = stranger.post("/connexion", "email", zoe.email(), "password", Cast.PASSWORD, "suite", suite);
        assertThat(next.location()).isEqualTo(suite);
        var onward = stranger.get(next.location()).header("Refresh").replace("0;url=", "");
        assertThat(stranger.get(onward).body()).contains("Médiathèque recevra");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://mediatheque.example/retour/",
                "https://mediatheque.example/retour?a=1",
                "https://mediatheque.example.evil.example/retour",
                "http://mediatheque.example/retour",
                "https://mediatheque.example/",
                "javascript:alert(1)",
                ""
            })
    void neverSendsAnybodyToAnAddressThatIsNotRegistered(String address) {
        var page = browser.get(vendor.authorize("redirect_uri", address));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.location()).isEmpty();
        assertThat(page.header("Refresh")).isEmpty();
        assertThat(page.body()).contains("Connexion impossible");
    }

    @Test
    void takesEachParameterOnce() {
        for (var twice : new String[] {"redirect_uri=https%3A%2F%2Fevil.example", "client_id=autre"}) {
            var page = browser.get(vendor.authorize() + "&" + twice);
            assertThat(page.status()).as(twice).isEqualTo(400);
            assertThat(page.location()).isEmpty();
        }
    }

    @Test
    void doesNotKnowStrangersAndSuspendedApplications() {
        assertThat(browser.get(vendor.authorize("client_id", "inconnu")).status())
                .isEqualTo(400);
        assertThat(browser.get(vendor.authorize("client_id", null)).status()).isEqualTo(400);
        var code = code();
        applications.suspend(vendor.application.id(), true);
        assertThat(browser.get(vendor.authorize()).status()).isEqualTo(400);
        assertThat(vendor.exchange(code).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "response_type, token, unsupported_response_type",
                "response_type, id_token, unsupported_response_type",
                "code_challenge, -, invalid_request",
                "code_challenge_method, plain, invalid_request",
                "code_challenge_method, -, invalid_request",
                "scope, profile, invalid_request",
                "response_mode, fragment, invalid_request",
                "prompt, none login, invalid_request",
                "request_uri, https://mediatheque.example/demande, request_uri_not_supported",
            })
    void refusesWhatIsUnsafe(String parameter, String value, String error) {
        var back = browser.get(vendor.authorize(parameter, value)).location();
        assertThat(back).startsWith(Vendor.ADDRESS);
        assertThat(Vendor.parameter(back, "error")).isEqualTo(error);
        assertThat(Vendor.parameter(back, "code")).isEmpty();
        assertThat(Vendor.parameter(back, "state")).isEqualTo("etat-du-navigateur");
    }

    @Test
    void staysSilentWhenAsked() {
        assertThat(error(new Browser(port), "prompt", "none")).isEqualTo("login_required");
        assertThat(error(browser, "prompt", "none")).isEqualTo("consent_required");
        code();
        assertThat(browser.get(vendor.authorize("prompt", "none")).location()).contains("code=");
        clock.pass(Duration.ofMinutes(5));
        assertThat(error(browser, "prompt", "none", "max_age", "60")).isEqualTo("login_required");
    }

    @ParameterizedTest
    @CsvSource({"prompt,login", "max_age,60", "max_age,0"})
    void makesThePersonSignInAgain(String parameter, String value) throws Exception {
        code();
        clock.pass(Duration.ofMinutes(5));
        var there = browser.get(vendor.authorize(parameter, value)).location();
        assertThat(there).startsWith("/connexion?encore=oui&suite=");
        var suite = Vendor.parameter(there, "suite");
        var withoutSigningIn = browser.get(suite).header("Refresh").replace("0;url=", "");
        assertThat(browser.get(withoutSigningIn).location()).startsWith("/connexion?encore=oui");

        assertThat(browser.get(there).body()).contains("Mot de passe");
        browser.post("/connexion", "email", zoe.email(), "password", Cast.PASSWORD, "suite", suite);
        var onward = browser.get(suite).header("Refresh").replace("0;url=", "");
        var answer = vendor.exchange(Vendor.parameter(browser.get(onward).location(), "code"));
        assertThat(answer.idToken().getLongClaim("auth_time"))
                .isEqualTo(clock.instant().getEpochSecond());
    }

    @Test
    void takesACodeOnce() {
        var code = code();
        var answer = vendor.exchange(code);
        assertThat(vendor.exchange(code).error()).isEqualTo("invalid_grant");
        assertThat(vendor.userInfo(answer.accessToken()).status())
                .as("given up with the replay")
                .isEqualTo(401);
    }

    @Test
    void takesACodeInTime() {
        var code = code();
        clock.pass(Duration.ofSeconds(61));
        assertThat(vendor.exchange(code).error()).isEqualTo("invalid_grant");
    }

    @ParameterizedTest
    @CsvSource({
        "code_verifier,un-autre-verificateur-de-quarante-trois-caracteres-aussi",
        "redirect_uri,https://mediatheque.example/ailleurs",
        "redirect_uri,https://mediatheque.example/retour/",
        "code,pas-un-code"
    })
    void takesACodeFromTheSameBrowserOnly(String parameter, String value) {
        assertThat(vendor.exchange(code(), parameter, value).error()).isEqualTo("invalid_grant");
    }

    @Test
    void takesACodeFromTheSameApplicationOnly() {
        var code = code();
        var other = Vendor.register(applications, port);
        assertThat(other.exchange(code).error()).isEqualTo("invalid_grant");
        assertThat(vendor.exchange(code).error()).as("burnt").isEqualTo("invalid_grant");
    }

    @Test
    void wantsApplicationsToProveThemselves() {
        var wrong = vendor.callWith(
                "pas-le-secret",
                Provider.TOKEN,
                "grant_type",
                "authorization_code",
                "code",
                code(),
                "redirect_uri",
                Vendor.ADDRESS,
                "code_verifier",
                Vendor.VERIFIER);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.error()).isEqualTo("invalid_client");
        for (var path : new String[] {Provider.TOKEN, Provider.REVOKE, Provider.INTROSPECT}) {
            assertThat(vendor.callWith(
                                    "pas-le-secret",
                                    path,
                                    "grant_type",
                                    "refresh_token",
                                    "refresh_token",
                                    "x",
                                    "token",
                                    "x")
                            .status())
                    .as(path)
                    .isEqualTo(401);
        }
        var former = vendor.secret;
        applications.renewSecret(vendor.application.id());
        assertThat(vendor.callWith(former, Provider.INTROSPECT, "token", "x").status())
                .as("still good")
                .isEqualTo(200);
        clock.pass(Applications.OVERLAP.plusSeconds(1));
        assertThat(vendor.callWith(former, Provider.INTROSPECT, "token", "x").status())
                .isEqualTo(401);
    }

    @Test
    void servesNoOtherGrant() {
        assertThat(vendor.call(
                                Provider.TOKEN,
                                "grant_type",
                                "password",
                                "username",
                                zoe.email(),
                                "password",
                                Cast.PASSWORD)
                        .error())
                .isEqualTo("unsupported_grant_type");
        assertThat(vendor.call(Provider.TOKEN, "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange")
                        .error())
                .isEqualTo("unsupported_grant_type");
    }

    @Test
    void showsATokenItsOwnPersonOnly() {
        assertThat(vendor.userInfo("pas-un-jeton").status()).isEqualTo(401);
        assertThat(browser.get(Provider.USER_INFO).status())
                .as("a session is no token")
                .isEqualTo(401);
        var token = vendor.exchange(code()).accessToken();
        assertThat(vendor.call(Provider.INTROSPECT, "token", token)
                        .body()
                        .get("active")
                        .asBoolean())
                .isTrue();
        assertThat(Vendor.register(applications, port)
                        .call(Provider.INTROSPECT, "token", token)
                        .body()
                        .get("active")
                        .asBoolean())
                .isFalse();
        acquaintances.withdraw(vendor.application.id(), zoe.viewer().account());
        assertThat(vendor.userInfo(token).body().propertyNames()).containsExactly("sub");
        vendor.call(Provider.REVOKE, "token", token);
        assertThat(vendor.userInfo(token).status()).isEqualTo(401);
        clock.pass(Duration.ofMinutes(11));
        assertThat(vendor.userInfo(vendor.exchange("x").error()).status()).isEqualTo(401);
    }

    @Test
    void givesUpARefreshTokenUsedTwice() {
        vendor = Vendor.register(applications, port, null, true);
        var first = vendor.exchange(code("scope", "openid email offline_access"));
        var second = vendor.refresh(first.refreshToken());
        assertThat(vendor.userInfo(second.accessToken()).status()).isEqualTo(200);
        assertThat(vendor.refresh(first.refreshToken()).error()).isEqualTo("invalid_grant");
        assertThat(vendor.userInfo(second.accessToken()).status()).isEqualTo(401);
        assertThat(vendor.refresh(second.refreshToken()).error()).isEqualTo("invalid_grant");
    }

    @Test
    void endsWithTheSession() {
        var token = vendor.exchange(code()).accessToken();
        browser.get("/compte");
        browser.post("/deconnexion");
        assertThat(vendor.userInfo(token).status()).isEqualTo(401);
    }

    @Test
    void tellsApplicationsThatTheSessionEnded() throws Exception {
        try (var listener = new LogoutListener()) {
            vendor = Vendor.register(applications, port, listener.address(), false);
            var idToken = vendor.exchange(code()).idToken();
            browser.get("/compte");
            browser.post("/deconnexion");
            var told = SignedJWT.parse(await().until(listener::token, token -> !token.isEmpty()));
            assertThat(told.getHeader().getType().getType()).isEqualTo("logout+jwt");
            var claims = LogoutTokenClaimsSet.parse(told.getPayload().toString());
            assertThat(claims.getSubject().getValue()).isEqualTo(idToken.getSubject());
            assertThat(claims.getSessionID().getValue()).isEqualTo(idToken.getStringClaim("sid"));
            assertThat(claims.getAudience())
                    .extracting(Object::toString)
                    .containsExactly(vendor.application.clientId());
        }
    }

    @Test
    void showsThePersonWhoKnowsThem() {
        var token = vendor.exchange(code()).accessToken();
        var page = browser.get("/compte/applications");
        assertThat(page.body()).contains("Médiathèque", "votre prénom, votre adresse électronique", "Dernière visite");
        browser.post(
                "/compte/applications/retrait",
                "application",
                vendor.application.id().toString());
        assertThat(browser.get("/compte/applications").body()).contains("Aucune.");
        assertThat(vendor.userInfo(token).status()).isEqualTo(401);
        assertThat(new Browser(port).get("/compte/applications").location()).contains("/connexion?suite=");
    }

    @Test
    void signsOutWhoCameFromTheApplication() {
        var hint = vendor.exchange(code()).body().get("id_token").asString();
        var page = browser.get(Provider.LOGOUT + "?id_token_hint=" + hint
                + "&state=au-revoir&post_logout_redirect_uri=https%3A%2F%2Fmediatheque.example%2F");
        assertThat(page.header("Refresh")).isEqualTo("0;url=https://mediatheque.example/?state=au-revoir");
        assertThat(browser.get("/compte").status()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "https://mediatheque.example", "https://mediatheque.example/fin"})
    void leadsNowhereElseAfterSigningOut(String address) {
        var hint = vendor.exchange(code()).body().get("id_token").asString();
        var page = browser.get(Provider.LOGOUT + "?id_token_hint=" + hint + "&post_logout_redirect_uri="
                + java.net.URLEncoder.encode(address, java.nio.charset.StandardCharsets.UTF_8));
        assertThat(page.header("Refresh")).isEqualTo("0;url=/");
    }

    @Test
    void asksBeforeALinkSignsAnybodyOut() {
        var hint = vendor.exchange(code()).body().get("id_token").asString();
        var other = signedIn(zoe);
        assertThat(other.get(Provider.LOGOUT).body()).contains("Se déconnecter aussi");
        assertThat(other.get(Provider.LOGOUT + "?id_token_hint=" + hint).body()).contains("Se déconnecter aussi");
        assertThat(other.get("/compte").status()).isEqualTo(200);
        var gone = other.post(
                "/connect/deconnexion",
                "demande",
                "post_logout_redirect_uri=https%3A%2F%2Fevil.example%2F&client_id=" + vendor.application.clientId());
        assertThat(gone.header("Refresh")).isEqualTo("0;url=/");
        assertThat(other.get("/compte").status()).isEqualTo(302);
    }

    @Test
    void changesKeysWithoutSurprise(@Autowired SigningKeys keys) throws Exception {
        var before = kid();
        keys.renew();
        assertThat(browser.get("/oauth2/jwks").body()).contains(before);
        assertThat(kid()).as("the new key waits to be known").isEqualTo(before);
        clock.pass(Duration.ofHours(25));
        assertThat(kid()).isNotEqualTo(before);
        assertThat(browser.get("/oauth2/jwks").body())
                .as("tokens of the former key still verify")
                .contains(before);
    }

    private String kid() throws Exception {
        browser = signedIn(zoe);
        return SignedJWT.parse(vendor.exchange(code()).body().get("id_token").asString())
                .getHeader()
                .getKeyID();
    }

    private String error(Browser who, String... pairs) {
        return Vendor.parameter(who.get(vendor.authorize(pairs)).location(), "error");
    }

    /** A code for the person signed in, who agrees if asked. */
    private String code(String... pairs) {
        var page = browser.get(vendor.authorize(pairs));
        return Vendor.parameter(page.status() == 200 ? Vendor.agree(browser, page) : page.location(), "code");
    }

    private Browser signedIn(Player player) {
        var visitor = new Browser(port);
        visitor.get("/connexion");
        visitor.post("/connexion", "email", player.email(), "password", Cast.PASSWORD);
        return visitor;
    }
}
