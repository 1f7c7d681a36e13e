package fr.parvis.identity.accounts;

import fr.parvis.kernel.French;
import fr.parvis.kernel.Settings;
import fr.parvis.kernel.Town;
import fr.parvis.notifications.Email;
import fr.parvis.notifications.Email.Block;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What people are written about their account. A message to an address that is not proven yet holds nothing that a
 * stranger could have typed, so that nobody can make the town carry their words.
 */
@Component
public class Messages {

    private static final String NOT_YOU = "Si vous n’avez rien demandé, ne faites rien" + French.NBSP
            + ": personne ne peut continuer sans ce message. Ne donnez ce code à personne, même au téléphone.";

    private final Town.Source town;
    private final Settings settings;
    private final Clock clock;

    Messages(Town.Source town, Settings settings, Clock clock) {
        this.town = town;
        this.settings = settings;
        this.clock = clock;
    }

    /** The message that carries the code, or says why there is none. */
    Email code(Proof proof, String code) {
        return switch (proof.purpose()) {
            case SIGN_UP -> proof.useful() ? code(proof, "pour créer votre compte", code) : hasAccount(proof.email());
            case RESET_PASSWORD ->
                proof.useful() ? code(proof, "pour choisir un nouveau mot de passe", code) : hasNone(proof.email());
            case CHANGE_EMAIL ->
                proof.useful() ? code(proof, "pour utiliser cette adresse", code) : hasAccount(proof.email());
            case JOIN_ACCOUNT ->
                proof.useful()
                        ? code(proof, "pour lier FranceConnect à votre compte", code)
                        : cannotBeLinked(proof.email());
        };
    }

    Email passwordChanged(Account account) {
        return notice(
                account,
                account.email(),
                "Votre mot de passe a changé",
                "Le mot de passe de votre compte a été changé le " + now()
                        + ". Vos autres appareils ont été déconnectés.");
    }

    /** To the former address, which is the one that would learn of a theft. */
    Email emailChanged(Account former) {
        return notice(
                former,
                former.email(),
                "Votre adresse de connexion a changé",
                "Votre compte utilise une autre adresse électronique depuis le " + now()
                        + ". Cette adresse-ci ne permet plus de se connecter.");
    }

    Email closed(Account account) {
        return notice(
                account,
                account.email(),
                "Votre compte est supprimé",
                "Votre compte a été supprimé le " + now()
                        + ". Les demandes déjà déposées sont conservées par les services pour la durée que la loi"
                        + " prévoit. Pour celles qui sont en cours, ils gardent cette adresse afin de vous répondre.");
    }

    /** FranceConnect opens the account from now on. */
    public Email linked(Account account) {
        return notice(
                account,
                account.email(),
                "FranceConnect est lié à votre compte",
                "Depuis le " + now() + ", FranceConnect ouvre votre compte sur " + portal()
                        + ". Votre mot de passe, si vous en avez un, reste valable.");
    }

    /** FranceConnect no longer opens the account. */
    public Email unlinked(Account account) {
        return notice(
                account,
                account.email(),
                "FranceConnect n’est plus lié à votre compte",
                "Depuis le " + now() + ", FranceConnect n’ouvre plus votre compte sur " + portal()
                        + ". Vos autres façons d’entrer restent valables.");
    }

    private Email code(Proof proof, String purpose, String code) {
        return new Email(
                proof.email(),
                "Votre code " + purpose,
                "Bonjour,",
                List.of(
                        new Block.Text("Voici votre code " + purpose + " sur " + portal() + ". Il est valable "
                                + Proofs.GOOD_FOR.toMinutes() + French.NBSP + "minutes et ne sert qu’une fois."),
                        new Block.Code(code),
                        new Block.Text(NOT_YOU)));
    }

    private Email hasAccount(String email) {
        return new Email(
                email,
                "Vous avez déjà un compte",
                "Bonjour,",
                List.of(
                        new Block.Text("Quelqu’un, sans doute vous, a voulu utiliser cette adresse pour un compte sur "
                                + portal() + ". Elle a déjà un compte" + French.NBSP + ": connectez-vous avec elle."),
                        new Block.Button("Se connecter", settings.url("/connexion")),
                        new Block.Text("Mot de passe oublié" + French.NBSP + "? Choisissez-en un nouveau à l’adresse "
                                + settings.url("/mot-de-passe-oublie")
                                + ". Si ce n’était pas vous, vous n’avez rien à faire.")));
    }

    private Email hasNone(String email) {
        return new Email(
                email,
                "Aucun compte à cette adresse",
                "Bonjour,",
                List.of(
                        new Block.Text("Quelqu’un, sans doute vous, a demandé un nouveau mot de passe sur " + portal()
                                + ". Aucun compte n’utilise cette adresse" + French.NBSP
                                + ": essayez une autre de vos adresses, ou créez un compte."),
                        new Block.Button("Créer un compte", settings.url("/inscription")),
                        new Block.Text("Si ce n’était pas vous, vous n’avez rien à faire.")));
    }

    private Email cannotBeLinked(String email) {
        return new Email(
                email,
                "Aucun compte à lier à cette adresse",
                "Bonjour,",
                List.of(
                        new Block.Text("Quelqu’un, sans doute vous, a voulu lier FranceConnect à un compte sur "
                                + portal() + ". Aucun ne peut l’être par un code envoyé à cette adresse" + French.NBSP
                                + ": essayez-en une autre, ou le mot de passe du compte."),
                        new Block.Text("Si ce n’était pas vous, vous n’avez rien à faire.")));
    }

    /** An administrator gave somebody a place; an account was opened when they had none. */
    public Email invitation(Account account, boolean opened) {
        return new Email(
                account.email(),
                "Votre accès au bureau",
                "Bonjour " + account.firstName() + ",",
                List.of(
                        new Block.Text(
                                "Vous pouvez maintenant traiter les demandes des habitants sur " + portal() + "."),
                        opened
                                ? new Block.Button("Choisir mon mot de passe", settings.url("/mot-de-passe-oublie"))
                                : new Block.Button("Ouvrir le bureau", settings.url("/bureau")),
                        new Block.Text(
                                "À la première connexion, vous installerez une application d’authentification sur"
                                        + " votre téléphone. Comptez cinq minutes.")));
    }

    /** Something that protects the account changed. */
    public Email security(Account account, String subject, String what) {
        return notice(account, account.email(), subject, what + " C’était le " + now() + ".");
    }

    private Email notice(Account account, String to, String subject, String what) {
        return new Email(
                to,
                subject,
                "Bonjour " + account.firstName() + ",",
                List.of(
                        new Block.Text(what),
                        new Block.Text("Si ce n’était pas vous, appelez-nous tout de suite au "
                                + town.town().phone() + ", " + town.town().phoneHours()
                                + ", et choisissez un nouveau mot de passe à l’adresse "
                                + settings.url("/mot-de-passe-oublie") + ".")));
    }

    private String portal() {
        return town.town().portalName();
    }

    private String now() {
        return French.dateTime(clock.instant());
    }
}
