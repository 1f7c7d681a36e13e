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
import org.springframework.jdbc.core.simple.JdbcClient;

/** Agents handle requests, and residents see what comes of them. */
@JourneyTest
class DeskJourneyTests {

    private static final String MISSING = "Pièce d’identité lisible";

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path phone;

    @Test
    void aDocumentIsAskedForSentAndTheRequestAccepted(Visitor samira, @Browsing(width = 360) Visitor paul) {
        var resident = cast.resident("Paul", "Accordé");
        var reference = cast.asksForBirthCertificate(resident).value();
        jdbc.sql("update casefiles.case_file set due_on = '2000-01-01' where reference = :reference")
                .param("reference", reference)
                .update(); // first of the queue, whatever other tests left in it
        SignIn.as(cast.agent("Samira", "Haddad", "etat-civil"), samira);
        samira.open("/bureau").seeHeading("À traiter").follow(reference);
        samira.see("Personne ne suit encore ce dossier")
                .press("Prendre le dossier")
                .see("Vous suivez ce dossier");
        samira.page().getByText("Demander une pièce…").click();
        samira.press("Demander la pièce")
                .see("Dites quelle pièce vous demandez")
                .fill("Pièce demandée", MISSING)
                .fill("Explication pour l’usager", "Recto et verso, s’il vous plaît.")
                .press("Demander la pièce")
                .see("a demandé")
                .follow("En attente de l’usager")
                .see(reference);

        assertThat(Inbox.read(resident.email(), "Il manque une pièce")).contains(MISSING);
        answer(paul, resident, reference);

        samira.open("/bureau/dossiers/" + reference)
                .see("a envoyé")
                .press("Acte trouvé, droit vérifié")
                .see("Étape : Délivrance");
        samira.page().getByText("Accepter…").click();
        samira.see("Samira Haddad, Instructeur, service État civil")
                .press("Accepter la demande")
                .seeHeading(reference)
                .see("Dossier terminé");
        assertThat(Inbox.read(resident.email(), "Réponse à votre demande")).contains("/suivi/" + reference);
        readTheLetter(paul, reference);
    }

    private void answer(Visitor visitor, Cast.Player resident, String reference) {
        SignIn.as(resident, visitor);
        visitor.open("/mon-fil")
                .see(MISSING)
                .follow("Ajouter la pièce : Copie d’acte de naissance")
                .see("Recto et verso, s’il vous plaît.")
                .press("Envoyer la pièce")
                .see("Choisissez le fichier à envoyer")
                .attach("Votre fichier", Photo.in(phone, "passeport.jpg"))
                .press("Envoyer la pièce")
                .see("Pièce envoyée")
                .seeNot("À vous");
        assertThat(visitor.path()).startsWith("/suivi/" + reference);
    }

    private static void readTheLetter(Visitor visitor, String reference) {
        visitor.open("/suivi/" + reference).see("Demande acceptée");
        assertThat(new String(visitor.download("Courrier de décision"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
        visitor.follow("Qui a consulté ce dossier").see("Samira").see("État civil");
        visitor.open("/mon-fil").see("Terminé").see(reference);
    }

    @Test
    void aRequestIsRefusedOnlyWithItsReasons(Visitor bruno, Visitor rose) {
        var resident = cast.resident("Rose", "Refusée");
        var reference = cast.asksForBirthCertificate(resident).value();
        SignIn.as(cast.agent("Bruno", "Leclerc", "etat-civil"), bruno);
        bruno.open("/bureau/dossiers/" + reference).press("Acte trouvé, droit vérifié");
        bruno.page().getByText("Refuser…").click();
        bruno.fill("Raisons du refus", "Non.")
                .press("Refuser la demande")
                .see("Écrivez les raisons du refus")
                .seeValue("Raisons du refus", "Non.")
                .correct("Écrivez les raisons du refus")
                .seeFocus("Raisons du refus")
                .fill("Raisons du refus", "Aucun acte à ce nom ne figure dans les registres de la ville.")
                .press("Refuser la demande")
                .see("Dossier terminé");
        assertThat(Inbox.read(resident.email(), "Réponse à votre demande")).contains("/suivi/" + reference);
        SignIn.as(resident, rose);
        rose.open("/suivi/" + reference)
                .see("Demande refusée")
                .see("Aucun acte à ce nom ne figure dans les registres de la ville.");
    }

    @Test
    void agentsAndResidentWriteToEachOtherAndTheCaseGoesToAnotherUnit(
            Visitor claire, @Browsing(width = 360) Visitor hugo) {
        var resident = cast.resident("Hugo", "Transmis");
        var reference = cast.asksForBirthCertificate(resident).value();
        SignIn.as(cast.agent("Claire", "Vasseur", "etat-civil"), claire);
        claire.open("/bureau")
                .fill("Nom ou référence", "hugo transmis")
                .press("Chercher")
                .follow(reference)
                .press("Envoyer")
                .see("Écrivez")
                .fill("Écrire à l’usager", "Bonjour, quel est le prénom de votre mère ?")
                .press("Envoyer")
                .fill("Ajouter une note", "Vu avec la responsable.")
                .press("Noter")
                .see("Vu avec la responsable.");
        Inbox.read(resident.email(), "Un message pour votre demande");

        SignIn.as(resident, hugo);
        hugo.open("/suivi/" + reference).see("quel est le prénom de votre mère").seeNot("Vu avec la responsable");
        hugo.page().getByText("Écrire au service").click();
        hugo.fill("Votre message", "Elle s’appelle Jeanne.")
                .press("Envoyer le message")
                .see("Elle s’appelle Jeanne.");

        claire.open("/bureau/dossiers/" + reference).see("Elle s’appelle Jeanne.");
        claire.page().getByText("Transmettre à un autre service…").click();
        claire.press("Transmettre").see("Choisissez le service");
        claire.choose("Service", "Famille, écoles et petite enfance")
                .press("Transmettre")
                .seeHeading("À traiter");
        claire.expecting(404).open("/bureau/dossiers/" + reference);
        hugo.open("/suivi/" + reference).see("Dossier transmis au service Famille");
    }

    @Test
    void ofTwoAgentsAtOnceTheSecondLearnsWhatTheFirstDidAndLosesNothingTyped(Visitor first, Visitor second) {
        var reference = cast.asksForBirthCertificate(cast.resident("Jeanne", "Disputée"))
                .value();
        SignIn.as(cast.agent("Odile", "Rapide", "etat-civil"), first);
        SignIn.as(cast.agent("Marc", "Lent", "etat-civil"), second);
        first.open("/bureau/dossiers/" + reference);
        second.open("/bureau/dossiers/" + reference);
        second.page().getByText("Demander une pièce…").click();
        second.fill("Pièce demandée", MISSING);
        first.press("Prendre le dossier");

        second.expecting(409)
                .press("Demander la pièce")
                .see("Votre action n’a pas été faite")
                .see("Odile Rapide a pris le dossier")
                .seeValue("Pièce demandée", MISSING)
                .press("Demander la pièce")
                .see("a demandé");
    }

    @Test
    void theDeskIsWalkedWithTheKeyboard(Visitor yann) {
        cast.asksForBirthCertificate(cast.resident("Fatou", "Clavier"));
        cast.asksForBirthCertificate(cast.resident("Mehdi", "Clavier"));
        SignIn.as(cast.agent("Yann", "Le Goff", "etat-civil"), yann);
        yann.open("/bureau").keyboard().choose("Raccourcis d’une touche").key("/");
        yann.seeFocus("Nom ou référence").page().keyboard().type("clavier");
        yann.keyboard().enter("Chercher");
        yann.keyboard().key("j").key("j").key("k");
        yann.keyboard().leave("Enter").see("Clavier");
        yann.keyboard().key("n").leave("Enter").see("Vous suivez ce dossier");
        yann.keyboard().key("u").leave("Enter").seeHeading("À traiter");
    }
}
