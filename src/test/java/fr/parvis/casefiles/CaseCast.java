package fr.parvis.casefiles;

import fr.parvis.documents.Documents;
import fr.parvis.documents.StoreOutcome;
import fr.parvis.documents.StoredFile;
import fr.parvis.identity.Accounts;
import fr.parvis.identity.Accounts.NewAccount;
import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import fr.parvis.organisation.Membership;
import fr.parvis.organisation.Membership.Function;
import fr.parvis.organisation.Organisation;
import fr.parvis.procedures.Procedure;
import fr.parvis.procedures.Procedures;
import fr.parvis.procedures.Submission;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Doorman;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The residents and agents of the tests, made anew by each; what they do by the modules' own verbs, and their browsers.
 * A test makes its own with {@code beans.createBean(CaseCast.class)}, so that all share one program.
 */
public final class CaseCast {

    private final Accounts accounts;
    private final Organisation organisation;
    private final Procedures procedures;
    private final Drafts drafts;
    private final Filing filing;
    private final OpenCases cases;
    private final Documents documents;
    private final JdbcClient jdbc;
    private final Environment environment;
    private final Doorman doorman;

    public CaseCast(
            Accounts accounts,
            Organisation organisation,
            Procedures procedures,
            Drafts drafts,
            Filing filing,
            OpenCases cases,
            Documents documents,
            JdbcClient jdbc,
            Environment environment,
            Doorman doorman) {
        this.accounts = accounts;
        this.organisation = organisation;
        this.procedures = procedures;
        this.drafts = drafts;
        this.filing = filing;
        this.cases = cases;
        this.documents = documents;
        this.jdbc = jdbc;
        this.environment = environment;
        this.doorman = doorman;
    }

    public Viewer resident() {
        return resident("Zoé", "Martin");
    }

    public Viewer resident(String first, String last) {
        var email = UUID.randomUUID() + "@mel.example";
        return new Viewer(
                accounts.open(new NewAccount(first, last, email, Cast.PASSWORD, false)), first, last, Set.of(), false);
    }

    /** An agent of a unit. */
    public Viewer agent(String unit) {
        return agent(unit, "Nadia", "Belkacem");
    }

    public Viewer agent(String unit, String first, String last) {
        var account = resident(first, last).account();
        organisation.appoint(new Membership(account, unit, Function.AGENT, "Instructrice"));
        return new Viewer(account, first, last, Set.of(unit), false);
    }

    public Viewer administrator() {
        var account = resident("Alix", "Garnier").account();
        organisation.makeAdministrator(account);
        return new Viewer(account, "Alix", "Garnier", Set.of(), true);
    }

    /** A browser that is signed in nowhere. */
    public Browser stranger() {
        return new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
    }

    /** A browser signed in as this person. */
    public Browser signedIn(Viewer person) {
        return doorman.admit(person.account(), stranger());
    }

    public String email(Viewer person) {
        return accounts.find(person.account()).orElseThrow().email();
    }

    /** The subjects of the messages queued for a person, oldest first. */
    public List<String> subjectsTo(Viewer person) {
        return texts(person, "select subject from notifications.email where recipient = :to order by created_at");
    }

    /** What the messages queued for a person say, as kept. */
    public String messagesTo(Viewer person) {
        return String.join(
                "\n",
                texts(person, "select content from notifications.email where recipient = :to order by created_at"));
    }

    /** Fills in a form to its end without sending it. */
    public Draft fill(Viewer person, String slug) {
        return fill(person, slug, Map.of());
    }

    /** Fills in a form to its end, with some answers of one's own. */
    public Draft fill(Viewer person, String slug, Map<String, String> own) {
        return fill(person, procedures.current(slug).orElseThrow(), slug, own);
    }

    /** Fills in a form whose questions are those of this shipped one. */
    private Draft fill(Viewer person, Procedure procedure, String like, Map<String, String> own) {
        Map<String, List<String>> typed = new HashMap<>();
        FormAnswers.of(like).forEach((field, value) -> typed.put(field, List.of(value)));
        typed.put("prenom", List.of(person.firstName()));
        typed.put("nom", List.of(person.lastName()));
        own.forEach((field, value) -> typed.put(field, List.of(value)));
        var answers = drafts.begin(person, procedure).answers();
        for (int i = 0; i < procedure.form().visiblePages(answers).size(); i++) {
            var page = procedure.form().visiblePages(answers).get(i);
            var kept = answers;
            for (var field : page.fileFields().stream()
                    .filter(field -> kept.files(field).isEmpty())
                    .toList()) {
                drafts.attach(person, procedure, new Drafts.Sent(page, field, field + ".pdf", () -> pdf(field)));
            }
            answers = drafts.save(person, procedure, page, new Submission(typed))
                    .orElseThrow()
                    .answers();
        }
        return drafts.find(person, procedure.slug()).orElseThrow();
    }

    /** Fills in and sends the form of a procedure that nobody else can start. */
    public Reference file(Viewer person, Procedure procedure, String like) {
        return send(person, procedure, fill(person, procedure, like, Map.of()));
    }

    /** Fills in a form and sends it. */
    public Reference file(Viewer person, String slug) {
        return send(person, fill(person, slug));
    }

    public Reference send(Viewer person, Draft draft) {
        return send(person, procedures.current(draft.procedure()).orElseThrow(), draft);
    }

    private Reference send(Viewer person, Procedure procedure, Draft draft) {
        var outcome = filing.file(person, procedure, new Filing.Reviewed(draft.id(), draft.version()));
        if (outcome instanceof FilingOutcome.Filed(var reference)) {
            return reference;
        }
        throw new AssertionError(outcome.toString());
    }

    /** Opens a case and is ready to act on it as it stands. */
    public Act act(Viewer agent, Reference reference) {
        return new Act(reference, cases.open(reference, agent).file().version(), agent);
    }

    /** A file kept, as one that was just sent. */
    public StoredFile stored(String name) {
        if (documents.receive(name, pdf(name)) instanceof StoreOutcome.Stored(var file)) {
            return file;
        }
        throw new AssertionError(name);
    }

    private List<String> texts(Viewer person, String query) {
        return jdbc.sql(query)
                .param("to", email(person))
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** A file that is a PDF by its first bytes. */
    public static byte[] pdf(String text) {
        return ("%PDF-1.4\n% " + text + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
    }
}
