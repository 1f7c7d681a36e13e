package fr.parvis.identity.factors;

import fr.parvis.identity.accounts.Account;
import fr.parvis.identity.factors.SecondFactors.Outcome;
import fr.parvis.identity.guessing.Wait;
import fr.parvis.kernel.Town;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.kernel.web.LocalPath;
import fr.parvis.kernel.web.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.util.encoders.Base32;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The steps of installing an application, on the way in or from the account: give it the secret, then try a code. */
@Component
class Installation {

    private static final String WRONG =
            "Ce code n’est pas le bon. Recopiez celui que l’application affiche maintenant.";

    private final SecondFactors factors;
    private final Town.Source town;
    private final Wait wait;

    Installation(SecondFactors factors, Town.Source town, Wait wait) {
        this.factors = factors;
        this.town = town;
        this.wait = wait;
    }

    /** Whose application, and the page it is installed on. */
    record Place(Account account, String action, String suite) {}

    ModelAndView begin(Place place) {
        return page(place, FormErrors.none(), HttpStatus.OK);
    }

    /** Once the code is right, {@code then} is run and the recovery codes are shown. */
    ModelAndView finish(Place place, String typed, HttpServletResponse response, Runnable then) {
        return switch (factors.install(place.account(), typed)) {
            case Outcome.Right(var method) -> {
                then.run();
                yield codes(place, true);
            }
            case Outcome.Wrong() -> page(place, FormErrors.of("code", WRONG), HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.Wait(var until) ->
                page(place, FormErrors.of("code", wait.tell(until, response)), HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    /** New recovery codes; the answer to the form itself, for they are shown once and stand in no address. */
    ModelAndView codes(Place place, boolean installed) {
        return Pages.page(
                "identity/recovery-codes",
                new RecoveryCodesPage(factors.renewCodes(place.account()), installed, LocalPath.orHome(place.suite())));
    }

    private ModelAndView page(Place place, FormErrors errors, HttpStatus status) {
        var account = place.account();
        var secret = Base32.toBase32String(factors.prepare(account.id()));
        var link = link(account, secret);
        return Pages.page(
                "identity/installation",
                new InstallationPage(
                        place.action(),
                        LocalPath.orHome(place.suite()),
                        account.staff(),
                        QrPicture.of(link),
                        link,
                        secret.replaceAll("(.{4})(?!$)", "$1 "),
                        factors.demoPreparedCode(account).orElse(null),
                        errors),
                status);
    }

    /** The address that applications read; of no standard, but the same for all of them. */
    private String link(Account account, String secret) {
        var issuer = encode(town.town().portalName());
        return "otpauth://totp/" + issuer + ":" + encode(account.email()) + "?secret=" + secret + "&issuer=" + issuer;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
