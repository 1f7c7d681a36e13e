package fr.parvis.casefiles;

import fr.parvis.identity.Accounts;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Settings;
import fr.parvis.kernel.Town;
import fr.parvis.notifications.Email;
import fr.parvis.notifications.Email.Block;
import fr.parvis.notifications.Notifications;
import fr.parvis.organisation.Organisation;
import fr.parvis.partners.handover.Awaited;
import fr.parvis.procedures.Procedure;
import fr.parvis.procedures.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The messages a resident gets about a case; nothing when the account is gone. */
@Component
class CaseMails {

    private final Accounts accounts;
    private final Notifications notifications;
    private final Organisation organisation;
    private final Town.Source town;
    private final Settings settings;

    CaseMails(
            Accounts accounts,
            Notifications notifications,
            Organisation organisation,
            Town.Source town,
            Settings settings) {
        this.accounts = accounts;
        this.notifications = notifications;
        this.organisation = organisation;
        this.town = town;
        this.settings = settings;
    }

    /** Whether the resident still has an account: without one they see nothing of what is sent here. */
    boolean reaches(CaseFile file) {
        return accounts.find(file.owner()).isPresent();
    }

    /** The receipt (accusé de réception, CRPA L112-11 and R112-11-1). */
    void filed(CaseFile file, Procedure procedure) {
        var unit = organisation.unit(procedure.unit());
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Référence", file.reference().value());
        facts.put("Demande", procedure.title());
        facts.put("Reçue le", French.dateTime(file.filedAt()));
        facts.put("Service chargé du dossier", unit.name());
        facts.put("Téléphone", unit.phone());
        facts.put("Courriel", unit.email());
        facts.put("Adresse", unit.address());
        send(
                file,
                "Accusé de réception de votre demande " + file.reference().value(),
                new Block.Text("Nous avons bien reçu votre demande. Voici votre accusé de réception."),
                new Block.Facts(facts),
                new Block.Text(Receipt.silenceInWords(file, procedure)),
                new Block.Progress(steps(file, procedure)),
                new Block.Button("Suivre ma demande", link(file)));
    }

    void documentAsked(CaseFile file, Procedure procedure, DocumentRequest request) {
        send(
                file,
                "Il manque une pièce à votre demande " + file.reference().value(),
                new Block.Text("Pour continuer votre demande «\u00a0" + procedure.title()
                        + "\u00a0», il nous manque une pièce" + French.NBSP + ":"),
                new Block.Text(request.label() + (request.hint().isBlank() ? "" : ". " + request.hint())),
                new Block.Text("Envoyez-la avant le" + French.NBSP + French.date(request.dueOn())
                        + ". Une photo prise avec votre téléphone convient si elle est lisible."),
                new Block.Button("Envoyer la pièce", link(file)));
    }

    void messageWritten(CaseFile file, Procedure procedure) {
        send(
                file,
                "Un message pour votre demande " + file.reference().value(),
                new Block.Text(
                        "Le service vous a écrit à propos de votre demande «\u00a0" + procedure.title() + "\u00a0»."),
                new Block.Button("Lire le message", link(file)));
    }

    void partnerAsks(CaseFile file, Procedure procedure, String partner, Awaited awaited) {
        var before = awaited.before() == null ? "" : " avant le" + French.NBSP + French.date(awaited.before());
        send(
                file,
                awaited.label() + before + " – " + procedure.title(),
                new Block.Text(partner + ", à qui la ville a confié votre demande «\u00a0" + procedure.title()
                        + "\u00a0», attend quelque chose de vous" + French.NBSP + ":"),
                new Block.Text(awaited.label() + before + "."),
                new Block.Button(awaited.document() ? "Envoyer la pièce" : "Répondre", link(file)));
    }

    void decided(CaseFile file, Procedure procedure) {
        send(
                file,
                "Réponse à votre demande " + file.reference().value(),
                new Block.Text("Une réponse vient d’être donnée à votre demande «\u00a0" + procedure.title()
                        + "\u00a0». Vous la trouverez, avec son courrier, à cette adresse" + French.NBSP + ":"),
                new Block.Button("Voir la réponse", link(file)));
    }

    /** Told even though nobody wrote a letter: past the legal date, the law has decided. */
    void decidedBySilence(CaseFile file, Procedure procedure) {
        var accepted = file.status() == CaseStatus.ACCEPTED;
        send(
                file,
                "Décision sur votre demande " + file.reference().value(),
                new Block.Text("Le délai légal est passé sans réponse de la ville à votre demande «\u00a0"
                        + procedure.title() + "\u00a0»" + French.NBSP + ": elle est "
                        + (accepted ? "acceptée." : "refusée.")),
                new Block.Text(
                        accepted
                                ? "Le service vous donne une attestation si vous la demandez."
                                : "Vous pouvez demander les raisons au service, qui a un mois pour vous répondre. "
                                        + procedure.legal().remedies()),
                new Block.Button("Voir ma demande", link(file)));
    }

    void withdrawn(CaseFile file, Procedure procedure) {
        send(
                file,
                "Votre demande " + file.reference().value() + " est retirée",
                new Block.Text("Comme vous l’avez demandé, nous ne traitons plus votre demande «\u00a0"
                        + procedure.title() + "\u00a0». Vous pouvez en déposer une nouvelle à tout moment."),
                new Block.Button("Voir le dossier", link(file)));
    }

    /** Where to take up a form left unfinished. */
    void saved(UUID owner, Procedure procedure) {
        accounts.find(owner)
                .ifPresent(person -> notifications.send(new Email(
                        person.email(),
                        "Votre formulaire est enregistré",
                        "Bonjour " + person.firstName() + ",",
                        List.of(
                                new Block.Text("Votre formulaire «\u00a0" + procedure.title()
                                        + "\u00a0» est enregistré. Il vous attend pendant trois mois."),
                                new Block.Button(
                                        "Reprendre le formulaire",
                                        settings.url("/demarches/" + procedure.slug() + "/commencer"))))));
    }

    private void send(CaseFile file, String subject, Block... blocks) {
        accounts.find(file.owner()).ifPresent(person -> {
            var unit = organisation.unit(file.unit());
            List<Block> all = new ArrayList<>(List.of(blocks));
            all.add(new Block.Text("Une question" + French.NBSP + "? Appelez le service " + unit.name() + " au "
                    + unit.phone() + " (" + unit.hours() + ") en donnant la référence "
                    + file.reference().value() + ", ou l’accueil de la mairie au "
                    + town.town().phone() + "."));
            notifications.send(new Email(person.email(), subject, "Bonjour " + person.firstName() + ",", all));
        });
    }

    private static List<Block.Step> steps(CaseFile file, Procedure procedure) {
        List<Block.Step> steps = new ArrayList<>();
        steps.add(new Block.Step("Demande déposée", French.dateTime(file.filedAt()), "done"));
        for (Step step : procedure.circuit().steps()) {
            var current = step.key().equals(file.step());
            steps.add(new Block.Step(step.residentLabel(), current ? "en cours" : "", current ? "now" : ""));
        }
        return steps;
    }

    private String link(CaseFile file) {
        return settings.url("/suivi/" + file.reference().value());
    }
}
