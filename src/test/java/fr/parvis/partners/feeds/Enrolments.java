package fr.parvis.partners.feeds;

/** The mapping and the records of a music school that cannot push. */
public final class Enrolments {

    /** Parvis numbers the events. */
    public static final String MAPPING = """
        dossier: <numero>
        suite: auto
        personne: <carte>
        titre: Inscription, <cours>
        type:
          de: <statut>
          table:
            Reçu: case.opened
            À régler: case.amount-due
            Accepté: case.decided
          sinon: case.step
        etapes:
          total: 4
          faites: <rang>
          maintenant: <etape>
          ensuite: Commission | Réponse
        a_faire:
          genre: paiement
          texte: <action>
          avant: <echeance>
        montant:
          somme: <solde>
          avant: <echeance>
        decision:
          de: <statut>
          table:
            Accepté: acceptée
          sinon: ''
        chemin: /dossiers/<numero>
        """;

    public static final String HEADER = "numero;carte;cours;statut;rang;etape;action;solde;echeance\r\n";

    private Enrolments() {}

    /** A line of a table under {@link #HEADER}. */
    public static String line(String number, String card, String status) {
        return String.join(";", number, card, "piano", status, "1", "Étude", "", "12,40", "04/12/2026") + "\r\n";
    }
}
