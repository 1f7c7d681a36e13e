package fr.parvis.demo.partners;

import fr.parvis.demo.conservatoire.Conservatoire;
import fr.parvis.demo.courrier.Courrier;
import fr.parvis.demo.mediatheque.Mediatheque;
import fr.parvis.demo.stationnement.Stationnement;
import fr.parvis.partners.links.Link.Proof;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vendor of the demo: what its administrator and the town's would tell each other.
 *
 * @param number makes its ids and its port
 * @param slug its name in addresses, and as a client
 * @param unit of the town that residents may ask
 * @param program what it runs
 * @param ear path of its site under which it is told what happens in the town
 * @param questions path under which it is asked who is who; null when people sign in there instead
 * @param door path where people sign in with the town's account; null when they cannot
 * @param sharing what is said of a link before it is made
 */
record Vendor(
        int number,
        String slug,
        String name,
        String unit,
        Class<?> program,
        String ear,
        @Nullable String questions,
        @Nullable String door,
        Sharing sharing) {

    private static final String EAR = "/messages";
    private static final String QUESTIONS = "/liaison";

    /** All of them. */
    static final List<Vendor> ALL = List.of(
            new Vendor(
                    1,
                    "mediatheque",
                    "Médiathèque",
                    "accueil",
                    Mediatheque.class,
                    "/guichet/messages",
                    null,
                    "/connexion",
                    new Sharing(
                            Mediatheque.MEMBER,
                            Proof.SIGN_ON,
                            "Vos prêts, vos réservations et ce que vous devez.",
                            "Un numéro qui n’appartient qu’à ce service, rien d’autre.")),
            new Vendor(
                    2,
                    "conservatoire",
                    "Conservatoire",
                    "famille",
                    Conservatoire.class,
                    EAR,
                    QUESTIONS,
                    null,
                    new Sharing(
                            Conservatoire.MEMBER,
                            Proof.CARD,
                            "Les inscriptions, les rendez-vous, et ce qui est à payer.",
                            "Le numéro de carte et la date de naissance que vous écrivez, et un numéro qui n’appartient qu’à lui.")),
            new Vendor(
                    3,
                    "stationnement",
                    "Parking Zola",
                    "stationnement",
                    Stationnement.class,
                    EAR,
                    QUESTIONS,
                    null,
                    new Sharing(
                            Stationnement.MEMBER,
                            Proof.CODE,
                            "Les abonnements, leur solde, et ce qui est à payer.",
                            "Le numéro d’usager que vous écrivez, et un numéro qui n’appartient qu’à lui.")),
            new Vendor(
                    4,
                    "mairie-courrier",
                    "Mairie-courrier",
                    "accueil",
                    Courrier.class,
                    EAR,
                    null,
                    null,
                    new Sharing(
                            Courrier.MEMBER,
                            Proof.SIGN_ON,
                            "Les courriers que vous envoyez, et leurs réponses.",
                            "Un numéro qui n’appartient qu’à lui, rien d’autre.")));

    /**
     * What linking shares, and with whom it begins.
     *
     * @param member the resident of the demo, as the vendor knows her
     * @param proof how she may have shown it
     */
    record Sharing(String member, Proof proof, String townLearns, String partnerLearns) {}
}
