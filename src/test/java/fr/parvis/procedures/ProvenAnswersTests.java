package fr.parvis.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.procedures.fields.Value;
import fr.parvis.procedures.loading.Examples;
import fr.parvis.procedures.person.Attribute;
import fr.parvis.procedures.person.Certificate;
import fr.parvis.procedures.person.Known;
import fr.parvis.procedures.person.Known.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was proven of the person who fills in a form, in the questions that are about them. */
class ProvenAnswersTests {

    private static final Certificate CERTIFICATE =
            new Certificate("FranceConnect", Instant.parse("2026-11-19T08:00:00Z"), "eidas1");

    private static final Known LEA = new Known(
            Map.of(Attribute.LAST_NAME, "Dupont"),
            Map.of(
                    Attribute.LAST_NAME, new Fact("Fontaine", CERTIFICATE),
                    Attribute.GENDER, new Fact("female", CERTIFICATE)));

    private final Form form = form("prefill: lastName", "prefill: lastName, certified: true");

    @Test
    void takeThePlaceOfWhatWasTyped() {
        var answers = form.certified(Answers.parse("{\"nom\":\"Dupont\",\"qui\":\"particulier\"}"), LEA);

        assertThat(answers.values()).containsEntry("nom", new Value.Text("Fontaine"));
        assertThat(answers.certificate("nom")).hasValue(CERTIFICATE);
        assertThat(answers.certificate("qui")).isEmpty();
        assertThat(form.prefilled(LEA)).isEqualTo(answers.without("qui"));
    }

    @Test
    void areKeptWithWhoProvedThem() {
        var answers = form.certified(Answers.empty(), LEA);

        var read = Answers.parse(answers.toJson());

        assertThat(read).isEqualTo(answers);
        assertThat(read.certificate("nom")).hasValue(CERTIFICATE);
        assertThat(form.summary(read).getFirst().lines().getFirst().certificate())
                .isEqualTo(CERTIFICATE);
    }

    @Test
    void areNeverReadFromWhatIsSent() {
        var reading = read(form, Map.of("nom", List.of("Mallory"), "qui", List.of("particulier")), LEA);

        assertThat(reading.answers().values()).containsEntry("nom", new Value.Text("Fontaine"));
        assertThat(reading.errors().get("nom")).isNull();
    }

    @Test
    void areAskedAgainOnceNothingIsProven() {
        var answers = form.certified(form.certified(Answers.empty(), LEA), Known.nothing());

        assertThat(answers).isEqualTo(Answers.empty());
        assertThat(form.check(page(form), answers).get("nom")).isNotNull();
    }

    @Test
    void followAnAnswerOfTheSamePage() {
        var conditional = form(
                "{key: telephone, type: phone, label: Votre téléphone, optional: true}",
                "{key: pour_moi, type: yes-no, label: Pour vous ?}\n"
                        + "      - {key: titulaire, type: text, label: Son nom, prefill: lastName, certified: pour_moi}");

        var mine = read(conditional, Map.of("pour_moi", List.of("oui")), LEA);
        var theirs = conditional.read(
                page(conditional), new Submission(Map.of("pour_moi", List.of("non"))), mine.answers(), LEA);

        assertThat(mine.answers().certificate("titulaire")).hasValue(CERTIFICATE);
        assertThat(mine.errors().get("titulaire")).isNull();
        assertThat(theirs.answers().values()).doesNotContainKey("titulaire");
        assertThat(theirs.errors().get("titulaire")).isNotNull();
        assertThat(conditional.prefilled(LEA).values()).doesNotContainKey("titulaire");
    }

    @Test
    void areAskedAndExplainedWhereTheQuestionCannotHoldThem() {
        var choice = form(
                "missing: Dites qui vous êtes",
                "missing: Dites qui vous êtes\n        prefill: gender\n        certified: true");
        var answers = Answers.parse(choice.certified(Answers.empty(), LEA).toJson());

        assertThat(answers.values()).containsEntry("qui", new Value.Unheld("female", "FranceConnect"));
        assertThat(choice.check(page(choice), answers).get("qui")).isEqualTo("Dites qui vous êtes");
        assertThat(PageView.of(page(choice), answers).fields())
                .anyMatch(view -> view instanceof FieldView.Choice one
                        && String.valueOf(one.head().help()).contains("FranceConnect a fourni «"));
        var answered = read(choice, Map.of("qui", List.of("particulier")), LEA);
        assertThat(answered.answers().values()).containsEntry("qui", new Value.Text("particulier"));
    }

    private static Form.Reading read(Form form, Map<String, List<String>> typed, Known known) {
        return form.read(page(form), new Submission(typed), Answers.empty(), known);
    }

    private static FormPage page(Form form) {
        return form.pages().getFirst();
    }

    private static Form form(String text, String instead) {
        assertThat(Examples.text()).contains(text);
        return Examples.read(Examples.text().replace(text, instead)).form();
    }
}
