package fr.parvis.testing;

import fr.parvis.casefiles.Drafts;
import fr.parvis.casefiles.Filing;
import fr.parvis.casefiles.FilingOutcome;
import fr.parvis.identity.Accounts;
import fr.parvis.identity.Accounts.NewAccount;
import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import fr.parvis.organisation.Membership;
import fr.parvis.organisation.Membership.Function;
import fr.parvis.organisation.Organisation;
import fr.parvis.procedures.Procedures;
import fr.parvis.procedures.Submission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** The people of the tests, each new and with an account, and what they did before a test begins. */
@TestComponent
public class Cast {

    public static final String PASSWORD = "tortue lampe violon neige";

    private static final Map<String, List<String>> BIRTH_CERTIFICATE = Map.of(
            "nee_a_suresnes", List.of("oui"),
            "document", List.of("extrait-sans-filiation"),
            "nombre", List.of("1"),
            "demandeur", List.of("moi"),
            "personne_prenoms", List.of("Zoé Marie"),
            "personne_nom", List.of("Martin"),
            "personne_date", List.of("07/05/1988"),
            "remise", List.of("guichet"));

    private final Accounts accounts;
    private final Organisation organisation;
    private final Procedures procedures;
    private final Drafts drafts;
    private final Filing filing;

    Cast(Accounts accounts, Organisation organisation, Procedures procedures, Drafts drafts, Filing filing) {
        this.accounts = accounts;
        this.organisation = organisation;
        this.procedures = procedures;
        this.drafts = drafts;
        this.filing = filing;
    }

    /** Somebody, with the address they sign in with; their password is {@link #PASSWORD}. */
    public record Player(Viewer viewer, String email) {

        public String fullName() {
            return viewer.fullName();
        }
    }

    /** An address that nobody has yet. */
    public static String newEmail() {
        return UUID.randomUUID() + "@mel.example";
    }

    public Player resident(String firstName, String lastName) {
        return open(firstName, lastName, Set.of());
    }

    /** A resident of this address, which nobody else may have. */
    public Player resident(String firstName, String lastName, String email) {
        return open(firstName, lastName, email, Set.of());
    }

    public Player agent(String firstName, String lastName, String unit) {
        var agent = open(firstName, lastName, Set.of(unit));
        organisation.appoint(new Membership(agent.viewer().account(), unit, Function.AGENT, "Instructeur"));
        return agent;
    }

    public Player administrator(String firstName, String lastName) {
        var administrator = open(firstName, lastName, Set.of());
        organisation.makeAdministrator(administrator.viewer().account());
        return administrator;
    }

    /** The resident asked for a birth certificate: two steps in the unit {@code etat-civil}. */
    public Reference asksForBirthCertificate(Player resident) {
        var viewer = resident.viewer();
        var procedure = procedures.current("copie-acte-naissance").orElseThrow();
        var answers = drafts.begin(viewer, procedure).answers();
        for (int i = 0; i < procedure.form().visiblePages(answers).size(); i++) {
            var page = procedure.form().visiblePages(answers).get(i);
            var typed = new java.util.HashMap<>(BIRTH_CERTIFICATE);
            typed.put("prenom", List.of(viewer.firstName()));
            typed.put("nom", List.of(viewer.lastName()));
            answers = drafts.save(viewer, procedure, page, new Submission(typed))
                    .orElseThrow()
                    .answers();
        }
        var draft = drafts.find(viewer, procedure.slug()).orElseThrow();
        var outcome = filing.file(viewer, procedure, new Filing.Reviewed(draft.id(), draft.version()));
        if (outcome instanceof FilingOutcome.Filed(var reference)) {
            return reference;
        }
        throw new AssertionError("not filed: " + outcome);
    }

    private Player open(String firstName, String lastName, Set<String> units) {
        return open(firstName, lastName, newEmail(), units);
    }

    private Player open(String firstName, String lastName, String email, Set<String> units) {
        var account = accounts.open(new NewAccount(firstName, lastName, email, PASSWORD, false));
        return new Player(new Viewer(account, firstName, lastName, units, false), email);
    }
}
