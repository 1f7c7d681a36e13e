package fr.parvis.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.testing.Cast;
import fr.parvis.testing.Inbox;
import fr.parvis.testing.browser.Browsing;
import fr.parvis.testing.browser.JourneyTest;
import fr.parvis.testing.browser.Visitor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A resident asks for a parking card, from the search to the receipt. */
@JourneyTest
class ParkingCardJourneyTests {

    private static final String HOME_PROOF = "Un justificatif de domicile de moins de 3 mois";

    @Autowired
    Cast cast;

    @TempDir
    Path phone;

    @Test
    void aNewcomerFindsTheServiceSignsUpFillsInStopsResumesAndSends(Visitor zoe) {
        var email = Cast.newEmail();
        findTheService(zoe);
        signUp(zoe, email);
        zoe.seeHeading("Vous pouvez commencer").press("Commencer");

        correctTheFirstPage(zoe);
        addThePapersOfTheCar(zoe);
        zoe.seeHeading("Votre justificatif de domicile")
                .press("Revenir en arrière")
                .seeHeading("Votre véhicule")
                .seeValue("L’immatriculation", "AB-123-CD")
                .see("carte-grise.jpg");
        zoe.press("Enregistrer et finir plus tard").seeHeading("Bonjour Zoé").see("Formulaire à terminer");

        zoe.follow("Reprendre : Carte de stationnement résidentiel")
                .seeHeading("Votre véhicule")
                .press("Continuer");
        finish(zoe);
        assertThat(Inbox.read(email, "Accusé de réception")).contains("Carte de stationnement résidentiel");
        followTheRequest(zoe);
    }

    @Test
    void theWholeRequestGoesThroughWithoutJavaScript(@Browsing(javaScript = false, width = 360) Visitor karim) {
        SignIn.as(cast.resident("Karim", "Sansscript"), karim);
        karim.open("/")
                .fill("Rechercher un service", "carte résident")
                .press("Rechercher")
                .follow("Carte de stationnement résidentiel")
                .press("Commencer");
        correctTheFirstPage(karim);
        addThePapersOfTheCar(karim);
        karim.press("Revenir en arrière")
                .press("Enregistrer et finir plus tard")
                .follow("Reprendre : Carte de stationnement résidentiel")
                .press("Continuer");
        finish(karim);
        followTheRequest(karim);
    }

    private static void findTheService(Visitor visitor) {
        visitor.open("/")
                .fill("Rechercher un service", "acte naisance")
                .press("Rechercher")
                .see("Copie d’acte de naissance")
                .fill("Rechercher un service", "me garer près de chez moi")
                .press("Rechercher")
                .follow("Carte de stationnement résidentiel")
                .see("Ce qu’il vous faut")
                .follow("Commencer")
                .seeHeading("Se connecter");
    }

    private static void signUp(Visitor visitor, String email) {
        visitor.follow("Créer un compte")
                .press("Recevoir mon code")
                .see("4 points à corriger")
                .fill("Prénom", "Zoé")
                .fill("Nom", "Nouvelle")
                .fill("Adresse électronique", email)
                .fill("Mot de passe", Cast.PASSWORD)
                .press("Recevoir mon code")
                .see(email)
                .fill("Code à six chiffres", "12")
                .press("Continuer")
                .see("Ce code n’est pas le bon");
        visitor.fill("Code à six chiffres", Inbox.code(email)).press("Continuer");
    }

    private static void correctTheFirstPage(Visitor visitor) {
        visitor.seeHeading("Vous et votre domicile")
                .fill("Un numéro pour vous joindre", "12")
                .press("Continuer")
                .see("3 points à corriger")
                .correct("Indiquez l’adresse où vous habitez")
                .seeFocus("L’adresse où vous habitez")
                .seeValue("Un numéro pour vous joindre", "12")
                .fill("L’adresse où vous habitez", "12 rue de Verdun, 92150 Suresnes")
                .choose("Locataire")
                .fill("Un numéro pour vous joindre", "06 39 98 12 34")
                .press("Continuer");
    }

    private void addThePapersOfTheCar(Visitor visitor) {
        visitor.seeHeading("Votre véhicule")
                .fill("L’immatriculation", "ab 123 cd")
                .choose("Oui")
                .attach("La carte grise", Photo.in(phone, "carte-grise.jpg"))
                .press("Continuer");
    }

    private void finish(Visitor visitor) {
        visitor.seeHeading("Votre justificatif de domicile")
                .attach(HOME_PROOF, Photo.in(phone, "facture.jpg"))
                .press("Continuer")
                .press("Continuer")
                .see("Cochez la case")
                .choose("Je certifie que mes réponses et mes documents sont exacts.")
                .press("Continuer")
                .seeHeading("Vérifiez vos réponses")
                .see("12 rue de Verdun")
                .see("AB-123-CD");
        assertThat(new String(visitor.download("carte-grise.jpg"), StandardCharsets.ISO_8859_1))
                .startsWith("\u00ff\u00d8")
                .doesNotContain(Photo.SECRET);
        visitor.press("Envoyer ma demande");
    }

    private static void followTheRequest(Visitor visitor) {
        visitor.seeHeading("Accusé de réception").see("Votre référence est");
        assertThat(new String(visitor.download("Télécharger le PDF"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
        visitor.follow("Mon fil")
                .follow("Carte de stationnement résidentiel")
                .see("Demande déposée")
                .see("Vérification de vos pièces")
                .see("à venir");
    }
}
