package fr.parvis.journeys;

import fr.parvis.partners.LinkEndpoint;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.Partners;
import fr.parvis.partners.links.Link.Proof;
import fr.parvis.partners.links.Linking;
import fr.parvis.partners.links.Linkings;
import fr.parvis.testing.Cast;
import fr.parvis.testing.browser.JourneyTest;
import fr.parvis.testing.browser.Visitor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A resident links the library, sees what it says, puts the dates in a calendar, and undoes the link. */
@JourneyTest
class LinkingJourneyTests {

    @Autowired
    Cast cast;

    @Autowired
    PartnerHouse house;

    @Autowired
    Partners partners;

    @Autowired
    Linkings linkings;

    @LocalServerPort
    int port;

    @Test
    void aResidentLinksTheLibrary(Visitor zoe) {
        var library = house.register("Médiathèque du parc", port);
        var member = "M-" + library.partner.id();
        try (var endpoint = LinkEndpoint.start(partners.signingKeys(library.partner.id()))) {
            endpoint.knows("C-1", "1988-05-07", member, "Zoé M.");
            linkings.save(new Linking(
                    library.partner.id(),
                    Proof.CARD,
                    "Vos prêts, vos réservations et ce que vous devez.",
                    "Un numéro qui vous désigne ici, sans votre nom ni votre adresse.",
                    endpoint.address(),
                    null,
                    null));
            var player = cast.resident("Zoé", "Martin");
            SignIn.as(player, zoe);
            zoe.open("/mon-fil")
                    .see("Rien de daté dans les sept jours.")
                    .follow("Lier mes comptes")
                    .follow("Lier mon compte : Médiathèque du parc")
                    .see("Vos prêts, vos réservations et ce que vous devez.")
                    .follow("Continuer")
                    .press("Continuer")
                    .see("2 points à corriger")
                    .fill("Numéro de carte", "C-1")
                    .fill("Date de naissance", "08/05/1988")
                    .press("Continuer")
                    .see("ne connaît pas ce numéro avec cette date");
            endpoint.failWith(503);
            zoe.press("Continuer").see("ne répond pas pour le moment");
            endpoint.failWith(0);
            zoe.fill("Date de naissance", "07/05/1988")
                    .press("Continuer")
                    .seeHeading("C’est bien cette personne ?")
                    .press("Lier ce compte")
                    .see("C’est lié.");
            var today = Instant.now().truncatedTo(ChronoUnit.DAYS).toString().substring(0, 10);
            var facts = library.event(
                    "person.facts",
                    "x",
                    1,
                    Map.of(
                            "person",
                            Map.of("member", member),
                            "facts",
                            List.of(
                                    Map.of("text", "2 prêts à rendre", "before", today),
                                    Map.of("text", "Régler l’amende", "cents", 1240, "todo", true))));
            facts.remove("subject");
            library.pushOne(facts);
            zoe.open("/mon-fil").see("À vous de jouer").see("Régler l’amende").see("2 prêts à rendre");
            zoe.follow("Mettre ces dates dans mon agenda")
                    .press("Créer mon adresse")
                    .see("Copiez-la maintenant")
                    .press("Retirer l’adresse")
                    .see("ne s’ouvre plus");
            zoe.open("/compte")
                    .follow("Voir mes services liés")
                    .follow("Ne plus lier Zoé M., Médiathèque du parc")
                    .see("quittent « Mon fil »")
                    .press("Ne plus lier")
                    .see("ce compte n’est plus lié");
            zoe.open("/mon-fil").seeNot("2 prêts à rendre");
        }
    }

    @Test
    void aCodeAndThePartnersOwnSignIn(Visitor zoe) {
        var music = house.register("Conservatoire du parc", port);
        var path = "/mes-services/" + music.partner.slug();
        SignIn.as(cast.resident("Zoé", "Martin"), zoe);
        try (var endpoint = LinkEndpoint.start(partners.signingKeys(music.partner.id()))) {
            linkings.save(new Linking(
                    music.partner.id(), Proof.CODE, "Vos cours.", "Un numéro.", endpoint.address(), null, null));
            zoe.open(path + "/lier")
                    .fill("Votre identifiant dans ce service", "inconnu")
                    .press("Recevoir un code")
                    .seeHeading("Écrivez le code reçu")
                    .fill("Code", "123456")
                    .press("Continuer")
                    .see("Ce code n’est pas le bon");
            linkings.save(new Linking(
                    music.partner.id(), Proof.CAS, "Vos cours.", "Un numéro.", endpoint.address(), null, null));
            zoe.open(path + "/lier").see("Nous ne voyons pas votre mot de passe");
            linkings.save(new Linking(music.partner.id(), Proof.SIGN_ON, "Vos cours.", "Un numéro.", null, null, null));
            zoe.open(path + "/lier").press("Lier mon compte").see("C’est lié.");
        }
    }
}
