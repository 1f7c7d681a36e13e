package fr.parvis.demo.town;

import fr.parvis.identity.Accounts;
import fr.parvis.identity.Accounts.NewAccount;
import fr.parvis.kernel.Viewer;
import fr.parvis.organisation.Membership;
import fr.parvis.organisation.Membership.Function;
import fr.parvis.organisation.Organisation;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The people of the demo. Three can be signed in as by anybody; the others populate the town. */
@Component
@Profile("demo")
class Cast {

    static final String PASSWORD = "Parvis-demo-2026";
    private static final String FIRST_RESIDENT = "resident@parvis.example";

    private static final List<String> RESIDENTS = List.of(
            "Karim Diallo",
            "Jeanne Lefort",
            "Paul Arnaud",
            "Inès Moreau",
            "Lucas Petit",
            "Fatou Ndiaye",
            "Hugo Lambert",
            "Chloé Garnier",
            "Mehdi Bensaïd",
            "Anne-Laure Dubreuil",
            "Rose Kouassi",
            "Tomás Ferreira",
            "Éloïse Caron",
            "Viktor Petrov");

    private record Colleague(String unit, String first, String last, String quality) {}

    private static final List<Colleague> COLLEAGUES = List.of(
            new Colleague("stationnement", "Marc", "Tessier", "Instructeur"),
            new Colleague("stationnement", "Odile", "Roux", "Responsable du stationnement"),
            new Colleague("etat-civil", "Samira", "Haddad", "Officière de l’état civil"),
            new Colleague("etat-civil", "Bruno", "Leclerc", "Officier de l’état civil"),
            new Colleague("etat-civil", "Claire", "Vasseur", "Responsable de l’état civil"),
            new Colleague("voirie", "Thomas", "Guérin", "Instructeur"),
            new Colleague("voirie", "Élise", "Fontaine", "Technicienne de la voirie"),
            new Colleague("voirie", "Yann", "Le Goff", "Responsable de la voirie"),
            new Colleague("accueil", "Patricia", "Morel", "Conseillère"),
            new Colleague("accueil", "Ludovic", "Renard", "Conseiller"),
            new Colleague("famille", "Aïcha", "Benali", "Instructrice"),
            new Colleague("famille", "Sophie", "Marchand", "Responsable de la famille"),
            new Colleague("logement", "Nadège", "Colin", "Travailleuse sociale"),
            new Colleague("cadre-de-vie", "Rémi", "Chevalier", "Technicien"));

    private final Accounts accounts;
    private final Organisation organisation;
    private final List<Viewer> residents = new ArrayList<>();
    private final List<Viewer> agents = new ArrayList<>();

    Cast(Accounts accounts, Organisation organisation) {
        this.accounts = accounts;
        this.organisation = organisation;
    }

    /** Whether the town was filled before. */
    boolean isThere() {
        return accounts.findByEmail(FIRST_RESIDENT).isPresent();
    }

    /** Opens everybody's account. The first resident and the first agent are those anybody can sign in as. */
    void move() {
        residents.add(account("Zoé", "Martin", FIRST_RESIDENT));
        agents.add(agent(new Colleague("stationnement", "Nadia", "Belkacem", "Instructrice"), "agent@parvis.example"));
        var admin = account("Alix", "Garnier", "admin@parvis.example");
        accounts.equip(admin.account());
        organisation.makeAdministrator(admin.account());
        for (var name : RESIDENTS) {
            int space = name.indexOf(' ');
            residents.add(account(name.substring(0, space), name.substring(space + 1), email(name)));
        }
        for (var one : COLLEAGUES) {
            agents.add(agent(one, email(one.first() + " " + one.last())));
        }
    }

    List<Viewer> residents() {
        return residents;
    }

    Viewer firstResident() {
        return residents.getFirst();
    }

    /** The agents of a unit. */
    List<Viewer> agents(String unit) {
        Predicate<Viewer> member = agent -> agent.units().contains(unit);
        return agents.stream().filter(member).toList();
    }

    private Viewer agent(Colleague colleague, String email) {
        var account = account(colleague.first(), colleague.last(), email).account();
        var function = colleague.quality().startsWith("Responsable") ? Function.HEAD_OF_UNIT : Function.AGENT;
        accounts.equip(account);
        organisation.appoint(new Membership(account, colleague.unit(), function, colleague.quality()));
        return new Viewer(account, colleague.first(), colleague.last(), Set.of(colleague.unit()), false);
    }

    private Viewer account(String first, String last, String email) {
        var account = accounts.open(new NewAccount(first, last, email, PASSWORD, true));
        return new Viewer(account, first, last, Set.of(), false);
    }

    private static String email(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".") + "@parvis.example";
    }
}
