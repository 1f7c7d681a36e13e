package fr.parvis.partners.feeds.desk;

import fr.parvis.kernel.French;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.partners.Partner;
import fr.parvis.partners.feeds.MappingOutcome.Mistake;
import fr.parvis.partners.feeds.Rehearsal;
import java.util.List;

/**
 * The mapping of a partner, while it is written.
 *
 * @param path of the partner's feeds
 * @param sample records to try it with
 * @param mistakes of the mapping, with their lines
 * @param rehearsals what would come out of the sample; empty before it was tried
 */
public record MappingPage(
        String partner,
        String path,
        String document,
        String sample,
        FormErrors errors,
        List<Mistake> mistakes,
        List<Rehearsal> rehearsals) {

    /** What an administrator starts from. */
    static final String EXAMPLE = """
        dossier: <numero>
        suite: auto
        personne: <carte>
        type:
          de: <statut>
          table:
            Reçu: case.opened
            Terminé: case.closed
          sinon: case.step
        titre: Inscription, <cours>
        etapes:
          total: 3
          faites: <rang>
          maintenant: <etape>
        """;

    /** For a library that can only drop a list every night: a line of it becomes the line of somebody's service. */
    public static final String FACTS_EXAMPLE = """
        personne: <carte>
        type: person.facts
        lignes:
          prets:
            texte:
              de: <prets>
              table:
                0: ''
                1: 1 prêt à rendre
              sinon: <prets> prêts à rendre
            avant: <retour>
            chemin: /compte/prets
          solde:
            texte: solde
            somme:
              de: <solde>
              table:
                0,00: ''
              sinon: <solde>
        """;

    public String factsExample() {
        return FACTS_EXAMPLE;
    }

    static MappingPage of(Partner partner, String document, String sample) {
        return new MappingPage(
                partner.name(),
                PartnerFeedController.there(partner.slug()),
                document,
                sample,
                FormErrors.none(),
                List.of(),
                List.of());
    }

    MappingPage wrong(List<Mistake> found) {
        var first = FormErrors.of("mapping", found.getFirst().shown());
        return new MappingPage(partner, path, document, sample, first, found, List.of());
    }

    MappingPage unreadable(String why) {
        return new MappingPage(
                partner, path, document, sample, FormErrors.of("sample", French.typeset(why)), List.of(), List.of());
    }

    MappingPage tried(List<Rehearsal> shown) {
        return new MappingPage(partner, path, document, sample, FormErrors.none(), List.of(), shown);
    }
}
