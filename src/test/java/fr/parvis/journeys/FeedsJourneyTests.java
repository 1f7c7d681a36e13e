package fr.parvis.journeys;

import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.feeds.Enrolments;
import fr.parvis.partners.feeds.files.FeedFile.Channel;
import fr.parvis.partners.feeds.files.FeedFiles;
import fr.parvis.testing.Cast;
import fr.parvis.testing.browser.JourneyTest;
import fr.parvis.testing.browser.Visitor;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator has a partner read that cannot push. */
@JourneyTest
class FeedsJourneyTests {

    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIN2PVTYZ928jDlEEbUckM4rSutQCPrLNep15xjcDinBt export@conservatoire";

    @Autowired
    Cast cast;

    @Autowired
    PartnerHouse house;

    @Autowired
    FeedFiles files;

    @Test
    void anAdministratorSaysHowAPartnerIsRead(Visitor alix) {
        var partner = house.register("Conservatoire", 0).partner;
        var sample = Enrolments.HEADER + Enrolments.line("INS-1", "ELEVE-1", "Accepté");
        files.receive(partner, Channel.DESK, "inscriptions.csv", sample.getBytes(StandardCharsets.UTF_8));
        SignIn.as(cast.administrator("Alix", "Garnier"), alix);

        alix.open("/bureau/partenaires/" + partner.slug() + "/alimentation")
                .see("inscriptions.csv")
                .see("n’a pas de boîte")
                .follow("Écrire la correspondance")
                .fill("Correspondance", Enrolments.MAPPING.replace("total: 4", "total: quatre"))
                .press("Mettre en service")
                .see("Ligne 13")
                .fill("Correspondance", Enrolments.MAPPING)
                .fill("Un exemple", sample)
                .press("Essayer avec un exemple")
                .see("Ce qui sortirait de cet exemple")
                .see("INS-1/2");
        alix.press("Mettre en service")
                .follow("Ajouter une adresse à lire")
                .press("Enregistrer")
                .see("Écrivez l’adresse en entier")
                .fill("Adresse de la liste (JSON)", "https://conservatoire.example/api")
                .press("Enregistrer")
                .see("https://conservatoire.example/api")
                .see("arrêtée")
                .fill("Ajouter une clé publique du partenaire", "mot de passe")
                .press("Ajouter cette clé")
                .see("Collez la clé publique du partenaire")
                .fill("Ajouter une clé publique du partenaire", KEY)
                .press("Ajouter cette clé")
                .see("export@conservatoire, ssh-ed25519")
                .press("Retirer la clé")
                .see("Ajouter une clé publique");
    }
}
