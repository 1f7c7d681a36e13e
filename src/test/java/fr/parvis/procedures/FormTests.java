package fr.parvis.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.procedures.Form.SummaryLine;
import fr.parvis.procedures.fields.Value;
import fr.parvis.procedures.loading.Examples;
import fr.parvis.procedures.person.Attribute;
import fr.parvis.procedures.person.Known;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FormTests {

    private static final FileAnswer PROOF = new FileAnswer(new UUID(0, 1), "assurance.pdf", "application/pdf", 412_000);

    private final Form form = Examples.procedure().form();

    @Test
    void keepsWellFormedValuesAndSaysHowToFixTheOthers() {
        var reading =
                read("vous", Map.of("nom", " Martin ", "courriel", "zoe@", "qui", "association"), Answers.empty());

        assertThat(reading.answers()).isEqualTo(Answers.parse("""
                {"nom":"Martin","courriel":{"mistyped":"zoe@"},"qui":"association"}"""));
        assertThat(reading.errors().byField())
                .isEqualTo(Map.of(
                        "courriel",
                        "Votre adresse électronique\u00a0: écrivez une adresse complète, comme nom@exemple.fr"));
    }

    @Test
    void saysWhatIsMissingInTheOrderOfThePage() {
        var errors = read("vous", Map.of(), Answers.empty()).errors();

        assertThat(errors.byField())
                .containsExactly(
                        Map.entry("nom", "Indiquez votre nom"),
                        Map.entry("courriel", "Indiquez votre adresse électronique"),
                        Map.entry("qui", "Dites qui vous êtes"));
    }

    @Test
    void showsAPageOnlyWhenItsConditionHolds() {
        assertThat(form.visiblePages(Answers.empty())).extracting(FormPage::key).doesNotContain("association");
        assertThat(form.visiblePages(Answers.parse("{\"qui\":\"association\"}")))
                .extracting(FormPage::key)
                .containsExactly("vous", "association", "evenement", "pieces");
    }

    @Test
    void readsNothingOfAFieldThatIsNotShown() {
        var reading = read("evenement", Map.of("repas", "non", "traiteur", "Chez Léo"), Answers.empty());

        assertThat(reading.answers().toJson()).doesNotContain("Léo");
        assertThat(reading.errors().get("traiteur")).isNull();
    }

    @Test
    void asksAtOnceForAFieldThatAnAnswerOfTheSamePageShows() {
        var reading = read("evenement", Map.of("repas", "oui"), Answers.empty());

        assertThat(reading.errors().get("traiteur")).isEqualTo("Indiquez le nom du traiteur");
        assertThat(PageView.of(page("evenement"), reading.answers()).fields())
                .anyMatch(view ->
                        view instanceof FieldView.Line line && line.head().id().equals("traiteur"));
    }

    @Test
    void checksWhatMustHoldBetweenAnswers() {
        var event =
                Map.of("debut", "10/12/2026", "fin", "09/12/2026", "budget", "100", "repas", "non", "besoins", "sono");
        assertThat(read("evenement", event, Answers.empty()).errors().byField())
                .isEqualTo(Map.of("fin", "Choisissez un dernier jour après le premier"));
    }

    @Test
    void judgesKeptAnswersAsItJudgesTypedOnes() {
        var answers = Answers.parse("""
                {"debut":"2026-11-20","fin":"2026-12-09","budget":999999,"repas":false}""");

        assertThat(form.check(page("evenement"), answers).byField()).containsOnlyKeys("debut", "budget");
    }

    @Test
    void refusesAMegabyteOfTextAndNamesTheLimit() {
        var typed = "a".repeat(1_000_000);

        var reading = read(
                "vous", Map.of("nom", typed, "courriel", typed, "telephone", typed, "qui", typed), Answers.empty());

        assertThat(reading.errors().byField()).hasSize(4);
        assertThat(reading.errors().get("nom"))
                .startsWith("Votre nom\u00a0: écrivez 20\u00a0caractères au plus, il y en a 1");
        assertThat(reading.answers().values().get("nom")).isEqualTo(new Value.Mistyped(typed));
        assertThat(reading.answers().values()).doesNotContainKey("qui");
    }

    @Test
    void ignoresNamesThatAreNotFieldsOfThePage() {
        var reading = read("vous", Map.of("debut", "10/12/2026", "nimporte", "quoi", "_csrf", "x"), Answers.empty());

        assertThat(reading.answers()).isEqualTo(Answers.empty());
    }

    @Test
    void keepsFilesAndAsksForThoseMissing() {
        var page = page("pieces");
        assertThat(read("pieces", Map.of(), Answers.empty()).errors().get("assurance"))
                .isEqualTo("Ajoutez l’attestation");

        var answers = Answers.empty().withFile("assurance", PROOF);
        var reading = form.read(page, new Submission(Map.of("assurance", List.of("ruse"))), answers, Known.nothing());

        assertThat(reading.answers().files("assurance")).containsExactly(PROOF);
        assertThat(reading.errors().get("assurance")).isNull();
        assertThat(page.roomForFiles("assurance", answers)).isEqualTo(1);
        assertThat(page.roomForFiles("nom", answers)).isZero();
        assertThat(answers.withoutFile(PROOF.id())).isEqualTo(Answers.empty());
    }

    @Test
    void addsAndRemovesItemsOfAGroupWithoutJavaScript() {
        var one = Map.of("invites.nombre", "1", "invites[0].nom", "Ana", "action", "ajouter:invites");
        var added = read("pieces", one, Answers.empty());
        assertThat(added.errors().isEmpty()).isTrue();
        assertThat(added.answers().toJson()).isEqualTo("{\"invites\":{\"items\":[{\"nom\":\"Ana\"},{}]}}");

        var two = Map.of(
                "invites.nombre", "2", "invites[0].nom", "Ana", "invites[1].nom", "Bo", "action", "retirer:invites:0");
        assertThat(read("pieces", two, added.answers()).answers().toJson())
                .isEqualTo("{\"invites\":{\"items\":[{\"nom\":\"Bo\"}]}}");
    }

    @Test
    void neverHoldsMoreItemsThanAllowedWhateverIsSent() {
        Map<String, String> typed = new HashMap<>(Map.of("invites.nombre", "999", "action", "ajouter:invites"));
        for (int i = 0; i < 50; i++) {
            typed.put("invites[" + i + "].nom", "Invité " + i);
        }

        var json = read("pieces", typed, Answers.empty()).answers().toJson();

        assertThat(json).contains("Invité 2").doesNotContain("Invité 3");
    }

    @Test
    void survivesActionsThatMakeNoSense() {
        for (var action : List.of("retirer:invites:7", "retirer:invites:-1", "ajouter:nom", "retirer:", "ajouter:")) {
            var typed = Map.of("invites.nombre", "1", "invites[0].nom", "Ana", "action", action);
            assertThat(read("pieces", typed, Answers.empty()).answers().toJson())
                    .contains("Ana");
        }
    }

    @Test
    void blamesTheItemOfAGroupByItsOwnId() {
        var typed = Map.of("invites.nombre", "2", "invites[0].nom", "Ana", "invites[1].adresse", "rue");
        var errors = read("pieces", typed, Answers.empty()).errors();

        assertThat(errors.byField())
                .containsKeys("invites-1-nom", "invites-1-adresse")
                .doesNotContainKey("invites-0-nom");
    }

    @Test
    void showsAgainWhatWasTypedWrong() {
        var typed = submission(Map.of("courriel", "zoe@", "nom", "Martin"));
        var reading = form.read(page("vous"), typed, Answers.empty(), Known.nothing());

        var view = PageView.corrected(page("vous"), typed, reading.answers(), reading.errors());

        assertThat(view.fields())
                .filteredOn(field ->
                        field instanceof FieldView.Line line && line.head().id().equals("courriel"))
                .singleElement()
                .satisfies(field -> {
                    var line = (FieldView.Line) field;
                    assertThat(line.value()).isEqualTo("zoe@");
                    assertThat(line.head().describedBy()).isEqualTo("courriel-erreur");
                });
    }

    @Test
    void keepsWhatIsWrongToBeCorrectedLater() {
        var before = Answers.parse("{\"courriel\":\"zoe@mel.example\"}");
        var kept = Answers.parse(read("vous", Map.of("courriel", " zoe@\u0000 "), before)
                .answers()
                .toJson());

        var view = PageView.of(page("vous"), kept);

        assertThat(view.errors().byField()).containsOnlyKeys("courriel");
        assertThat(view.fields())
                .anyMatch(field ->
                        field instanceof FieldView.Line line && line.value().equals("zoe@"));
        assertThat(form.check(page("vous"), kept).get("courriel")).contains("écrivez une adresse complète");
        assertThat(form.summary(kept).stream().flatMap(section -> section.lines().stream()))
                .noneMatch(line -> line.value().contains("zoe@"));
    }

    @Test
    void keepsWhatIsWrongInAnItemOfAGroup() {
        var typed = Map.of("invites.nombre", "2", "invites[0].nom", "Ana", "invites[1].nom", "x".repeat(300));
        var view = PageView.of(
                page("pieces"), read("pieces", typed, Answers.empty()).answers());

        assertThat(view.errors().byField()).containsOnlyKeys("invites-1-nom");
    }

    /** A date that was too far away comes nearer: it becomes an answer once its author has seen it again. */
    @Test
    void whatTimeMadeRightIsReadAgainByItsAuthor() {
        var kept = Answers.parse("{\"nom\":{\"mistyped\":\"Martin\"}}");

        assertThat(form.check(page("vous"), kept).get("nom")).contains("relisez cette réponse");
        assertThat(read("vous", Map.of("nom", "Martin"), kept).answers())
                .isEqualTo(Answers.parse("{\"nom\":\"Martin\"}"));
    }

    @Test
    void livesOnWhenAFieldOfADraftIsGoneOrHasChangedKind() {
        var draft = Answers.parse("""
                {"nom":{"etrange":1},"disparu":"oui","qui":true,"budget":"cent","debut":12,"besoins":"sono",
                 "invites":"Ana","assurance":["x"],"fin":null}""");

        assertThat(form.visiblePages(draft)).isNotEmpty();
        for (var page : form.visiblePages(draft)) {
            assertThat(PageView.of(page, draft).fields()).isNotEmpty();
            assertThat(form.check(page, draft).isEmpty()).isFalse();
        }
        assertThat(form.summary(draft)).isNotEmpty();
    }

    @Test
    void putsAnswersInWords() {
        var answers = Answers.parse("""
                {"nom":"Martin","courriel":"zoe@example.fr","telephone":"+33612345678","qui":"particulier",
                 "debut":"2026-12-01","fin":"2026-12-02","budget":123450,"repas":false,"besoins":["chaises","sono"],
                 "invites":{"items":[{"nom":"Ana"}]},"accord":true}""").withFile("assurance", PROOF);

        assertThat(form.summary(answers).stream().flatMap(section -> section.lines().stream()))
                .extracting(SummaryLine::value)
                .contains(
                        "06 12 34 56 78",
                        "Un particulier",
                        "1er\u00a0décembre 2026",
                        "1\u202f234,50\u00a0€",
                        "Non",
                        "Des chaises, Une sonorisation",
                        "Ana",
                        "Oui",
                        "assurance.pdf",
                        "Non renseigné");
        assertThat(Answers.parse(answers.toJson())).isEqualTo(answers);
    }

    @Test
    void startsFromWhatTheAccountKnows() {
        var answers = form.prefilled(new Known(
                Map.of(
                        Attribute.LAST_NAME, "Martin",
                        Attribute.EMAIL, "pas une adresse",
                        Attribute.FIRST_NAME, "Zoé"),
                Map.of()));

        assertThat(answers).isEqualTo(Answers.parse("{\"nom\":\"Martin\"}"));
    }

    private Form.Reading read(String page, Map<String, String> typed, Answers before) {
        return form.read(page(page), submission(typed), before, Known.nothing());
    }

    private FormPage page(String key) {
        return form.page(key).orElseThrow();
    }

    private static Submission submission(Map<String, String> typed) {
        Map<String, List<String>> values = new HashMap<>();
        typed.forEach((name, value) -> values.put(name, List.of(value)));
        return new Submission(values);
    }
}
