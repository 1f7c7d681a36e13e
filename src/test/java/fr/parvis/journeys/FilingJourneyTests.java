package fr.parvis.journeys;

import fr.parvis.kernel.French;
import fr.parvis.testing.Cast;
import fr.parvis.testing.browser.Browsing;
import fr.parvis.testing.browser.JourneyTest;
import fr.parvis.testing.browser.Visitor;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whole requests in other conditions: a very small screen, no mouse. */
@JourneyTest
class FilingJourneyTests {

    @Autowired
    Cast cast;

    @Test
    void aBirthCertificateIsAskedForOnAVerySmallScreen(@Browsing(width = 320) Visitor ines) {
        SignIn.as(cast.resident("Inès", "Petitécran"), ines);
        ines.open("/demarches/copie-acte-naissance")
                .press("Commencer")
                .choose("Non")
                .press("Continuer")
                .see("Cet acte n’est pas à Suresnes")
                .choose("Oui")
                .press("Continuer")
                .choose("Un extrait sans filiation")
                .fill("Le nombre d’exemplaires", "2")
                .press("Continuer")
                .choose("Une autre personne")
                .press("Continuer")
                .fill("Tous ses prénoms", "Élodie Jeanne Marie-Antoinette")
                .fill("Son nom de naissance", "de Montmorency-Laval")
                .fill("Sa date de naissance", "31/02/1988")
                .press("Continuer")
                .see("écrivez une date qui existe")
                .fill("Sa date de naissance", "29/02/1988")
                .press("Continuer");
        ines.choose("Par courrier, à votre domicile")
                .press("Continuer")
                .fill("L’adresse où envoyer l’acte", "12 rue de Verdun, 92150 Suresnes")
                .press("Continuer")
                .seeHeading("Vérifiez vos réponses")
                .follow("Modifier Comment recevoir l’acte")
                .choose("Au guichet de l’état civil")
                .press("Continuer")
                .seeNot("12 rue de Verdun")
                .press("Envoyer ma demande")
                .seeHeading("Accusé de réception")
                .follow("Suivre ma demande")
                .seeHeading("Copie d’acte de naissance");
    }

    @Test
    void aMovingPermitIsAskedForWithTheKeyboardAlone(Visitor lucas) {
        var player = cast.resident("Lucas", "Sanssouris");
        lucas.open("/connexion")
                .keyboard()
                .type("Adresse électronique", player.email())
                .type("Mot de passe", Cast.PASSWORD)
                .enter("Se connecter");
        lucas.open("/demarches/autorisation-stationnement-demenagement");
        lucas.keyboard().enter("Commencer");
        lucas.keyboard().choose("La personne qui déménage").enter("Continuer");
        var day = LocalDate.now(French.PARIS).plusDays(20).format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
        lucas.keyboard()
                .type("Le premier jour", day)
                .type("Le dernier jour", day)
                .choose("Toute la journée")
                .key("ArrowDown")
                .enter("Continuer");
        giveTheAddresses(lucas);
        lucas.keyboard()
                .choose("Un camion")
                .type("La longueur du véhicule", "7,5")
                .type("Le nombre de places", "1")
                .enter("Continuer");
        lucas.see("Ce véhicule est plus long que les places demandées")
                .keyboard()
                .type("Le nombre de places", "2")
                .choose("Un monte-meubles")
                .enter("Continuer");
        lucas.keyboard().choose("Je m’engage").enter("Continuer");
        lucas.seeHeading("Vérifiez vos réponses")
                .see("Le matin")
                .see("12 rue de Verdun")
                .seeNot("3 rue du Mont")
                .keyboard()
                .enter("Envoyer ma demande");
        lucas.keyboard().enter("Suivre ma demande");
        lucas.seeHeading("Autorisation de stationnement pour déménagement");
    }

    private static void giveTheAddresses(Visitor visitor) {
        visitor.seeHeading("Où faut-il des places ?")
                .keyboard()
                .choose("De départ")
                .type("L’adresse", "3 rue du Mont-Valérien, 92150 Suresnes")
                .enter("Ajouter une adresse");
        visitor.keyboard()
                .reach("De départ")
                .choose("De départ")
                .key("ArrowDown")
                .type("L’adresse", "12 rue de Verdun, 92150 Suresnes")
                .enter("Ajouter une adresse");
        visitor.see("Adresse 3").keyboard().enter("Retirer Adresse 3");
        visitor.seeNot("Adresse 3").keyboard().enter("Retirer Adresse 1");
        visitor.seeNot("Adresse 2")
                .seeValue("L’adresse", "12 rue de Verdun, 92150 Suresnes")
                .keyboard()
                .enter("Continuer");
    }
}
