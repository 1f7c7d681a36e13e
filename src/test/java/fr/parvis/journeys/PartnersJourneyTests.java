package fr.parvis.journeys;

import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.console.Engineers;
import fr.parvis.partners.links.Sandboxes;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Inbox;
import fr.parvis.testing.browser.Browsing;
import fr.parvis.testing.browser.JourneyTest;
import fr.parvis.testing.browser.Visitor;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A partner on its first day: the administrator's pages, then its engineer's. */
@JourneyTest
class PartnersJourneyTests {

    @Autowired
    Cast cast;

    @Autowired
    PartnerHouse house;

    @Autowired
    Engineers engineers;

    @Autowired
    Sandboxes sandboxes;

    @Test
    void anAdministratorRegistersAPartner(@Browsing(width = 360) Visitor alix) {
        var slug = "j" + UUID.randomUUID().toString().substring(0, 8);
        SignIn.as(cast.administrator("Alix", "Garnier"), alix);
        alix.open("/bureau/partenaires").follow("Enregistrer un partenaire").press("Enregistrer");
        alix.correct("Écrivez le nom que les habitants connaissent").seeFocus("Nom connu des habitants");
        alix.fill("Nom connu des habitants", "Piscine")
                .fill("Son site", "https://" + slug + ".example")
                .choose("Service de la ville qui répond aux habitants", "État civil")
                .fill("Nom court", slug)
                .fill("Source de ses événements", "https://" + slug + ".example")
                .fill("Adresse électronique de son équipe technique", "support@piscine.example")
                .press("Enregistrer")
                .seeHeading("Piscine")
                .see("whsec_");
        alix.press("Demander une remise à niveau").see("La remise à niveau est demandée.");
        alix.open("/bureau/partenaires").see("Rien reçu encore");
    }

    @Test
    void anEngineerChecksTheirProgram(@Browsing(width = 360) Visitor ines, Visitor alix) {
        SignIn.as(cast.resident("Inès", "Petit"), ines);
        var program =
                house.register("Bibliothèque", URI.create(ines.page().url()).getPort());
        var email = Cast.newEmail();
        engineers.invite(program.partner, email);
        var link = Pattern.compile("http\\S+/partenaires/invitation/\\S+")
                .matcher(Inbox.read(email, "Votre accès à la console"));
        Assertions.assertThat(link.find()).isTrue();
        ines.open(link.group()).press("Accepter l’invitation").seeHeading("Bibliothèque");
        sandboxes.add(program.partner.id());
        ines.open("/partenaires").press("Inventer trois habitants").follow("Voir ce que voit Camille");
        ines.seeHeading("Ce que voit Camille")
                .follow("Retour")
                .follow("Guide")
                .seeHeading("Relier votre logiciel à Parvis");
        ines.open("/partenaires/guide/fr/erreurs").seeHeading("Les erreurs");
        ines.open("/partenaires/guide/en/first-event").seeHeading("First event in 30 minutes");
        ines.open("/partenaires")
                .follow("Contrôle de conformité")
                .press("Tout cocher")
                .choose("fr.parvis.case.opened.v1")
                .press("Commencer un contrôle")
                .see("0 échoué");
        program.push(List.of(program.event(
                "case.opened", "A-1", 1, Map.of("person", Map.of("member", "INCONNU"), "title", "Prêt"))));
        ines.press("Terminer le contrôle").see("Imprimez cette page");
        ines.open("/partenaires/" + program.partner.slug() + "/dossiers").see("Aucun dossier.");
        ines.open("/partenaires/" + program.partner.slug()).see("unknown-person");

        SignIn.as(cast.administrator("Alix", "Garnier"), alix);
        alix.open("/bureau/partenaires/" + program.partner.slug()).see("unknown-person");
        alix.open(alix.page().locator(".rows a[href*='/refus/']").first().getAttribute("href"))
                .seeHeading("Un événement refusé")
                .seeNot("INCONNU")
                .press("Montrer les données personnelles")
                .see("INCONNU");
    }
}
