package fr.parvis.casefiles.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.casefiles.CaseCast;
import fr.parvis.casefiles.CaseFiles;
import fr.parvis.casefiles.FormAnswers;
import fr.parvis.casefiles.Handling;
import fr.parvis.casefiles.Message;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import fr.parvis.testing.Browser;
import fr.parvis.testing.ParvisTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The queue of a unit that no procedure names, so that only the cases of one test are in it. */
@ParvisTest
class QueueTests {

    private static final String UNIT = "logement";
    private static final Pattern ROW = Pattern.compile("<td><a href=\"/bureau/dossiers/([^\"]+)\"");

    @Autowired
    Handling handling;

    @Autowired
    CaseFiles cases;

    @Autowired
    JdbcClient jdbc;

    CaseCast cast;
    Viewer zoe;
    Viewer nadege;
    Browser browser;

    @BeforeEach
    void theQueueIsEmpty(@Autowired AutowireCapableBeanFactory beans) {
        jdbc.sql("update casefiles.case_file set unit = 'accueil' where unit = :unit")
                .param("unit", UNIT)
                .update();
        cast = beans.createBean(CaseCast.class);
        zoe = cast.resident();
        nadege = cast.agent(UNIT, "Nadège", "Colin");
        browser = cast.signedIn(nadege);
        browser.get("/bureau");
    }

    @Test
    void anEmptyQueueSaysSo() {
        assertThat(browser.get("/bureau").body()).contains("Rien ici", "0\u00a0en retard");
    }

    @Test
    void theMostUrgentComesFirstAndDecidedOnesLast() {
        var later = filed(FormAnswers.PARKING, 9);
        var late = filed(FormAnswers.BIRTH, -3);
        var today = filed(FormAnswers.PARKING, 0);
        assertThat(rows("/bureau")).containsExactly(late, today, later);
        assertThat(browser.get("/bureau").body()).contains("1\u00a0en retard, 1\u00a0à finir aujourd’hui");
        assertThat(rows("/bureau/en-attente")).isEmpty();
    }

    @Test
    void whatIsLateSaysSoInWords() {
        var late = filed(FormAnswers.PARKING, -30);
        filed(FormAnswers.PARKING, 0);
        var today = French.day(Instant.now());
        var since = "le\u00a0" + French.shortDate(today.minusDays(30), today);
        assertThat(browser.get("/bureau").body()).contains(">en retard, " + since + "<", ">aujourd’hui<");
        assertThat(browser.get("/bureau/dossiers/" + late).body())
                .contains("En retard\u00a0: étape qui était à finir " + since);
    }

    @Test
    void theQueueIsFilteredByProcedureAndByAgent() {
        var parking = filed(FormAnswers.PARKING, 5);
        var birth = filed(FormAnswers.BIRTH, 6);
        handling.take(cast.act(nadege, new Reference(birth)));
        assertThat(rows("/bureau?demarche=" + FormAnswers.PARKING)).containsExactly(parking);
        assertThat(rows("/bureau?moi=true")).containsExactly(birth);
        assertThat(rows("/bureau?moi=true&demarche=" + FormAnswers.PARKING)).isEmpty();
        assertThat(browser.get("/bureau?moi=true").body()).contains(">vous<");
    }

    @Test
    void casesThatWaitAreInTheirOwnQueue() {
        var waiting = filed(FormAnswers.PARKING, 5);
        ask(new Reference(waiting), "Bail");
        assertThat(rows("/bureau")).isEmpty();
        assertThat(rows("/bureau/en-attente")).containsExactly(waiting);
    }

    @Test
    void whatAResidentSendsBringsTheCaseUpUntilAnAgentOpensIt() {
        var waiting = new Reference(filed(FormAnswers.PARKING, 5));
        var later = filed(FormAnswers.PARKING, 4);
        ask(waiting, "Bail");
        ask(waiting, "Assurance");
        assertThat(rows("/bureau")).containsExactly(later);

        var awaited = cases.open(waiting, zoe).awaited().getFirst().id();
        cases.answer(waiting, zoe, awaited, List.of(cast.stored("bail.pdf")));
        assertThat(rows("/bureau")).containsExactly(waiting.value(), later);
        assertThat(browser.get("/bureau/en-attente").body()).contains("pièce reçue");
        browser.get("/bureau/dossiers/" + waiting);
        assertThat(rows("/bureau")).containsExactly(later);

        cases.write(waiting, zoe, Message.of("Je ne peux pas fournir le reste."));
        assertThat(rows("/bureau")).containsExactly(waiting.value(), later);
        assertThat(browser.get("/bureau").body()).contains("nouveau message");
        assertThat(browser.post("/bureau/suivante").location()).isEqualTo("/bureau/dossiers/" + waiting);
        browser.get("/bureau/dossiers/" + waiting);
        assertThat(browser.get("/bureau/en-attente").body()).doesNotContain("nouveau message", "pièce reçue");
    }

    @Test
    void anAnswerToAMessageThatCameAfterTheEndIsSeen() {
        var ended = new Reference(filed(FormAnswers.PARKING, -300));
        cases.withdraw(ended, zoe);
        assertThat(cases.write(ended, zoe, Message.of("Encore un mot"))).isFalse();

        handling.write(cast.act(nadege, ended), Message.of("Voulez-vous être remboursée\u00a0?"));
        assertThat(cases.write(ended, zoe, Message.of("Oui, merci."))).isTrue();
        var late = filed(FormAnswers.PARKING, -1);
        assertThat(rows("/bureau")).containsExactly(late, ended.value());
        assertThat(browser.get("/bureau/dossiers/" + ended).body()).contains("Oui, merci.");
        assertThat(rows("/bureau")).containsExactly(late);
    }

    @Test
    void twentyFiveLinesMakeAPage() {
        List<String> filed = new ArrayList<>();
        for (int i = 0; i < 28; i++) {
            filed.add(filed(FormAnswers.PARKING, i));
        }
        assertThat(rows("/bureau")).isEqualTo(filed.subList(0, 25));
        assertThat(rows("/bureau?page=1")).isEqualTo(filed.subList(25, 28));
        assertThat(browser.get("/bureau").body()).contains("?page=1").doesNotContain("Page précédente");
        assertThat(browser.get("/bureau?page=1").body()).contains("?page=0").doesNotContain("Page suivante");
        assertThat(rows("/bureau?page=-4")).hasSize(25);
        for (var beyond : List.of("/bureau?page=2", "/bureau?page=2000000000")) {
            assertThat(rows(beyond)).isEqualTo(filed.subList(25, 28));
            assertThat(browser.get(beyond).body()).contains("?page=0").doesNotContain("Page suivante");
        }
        assertThat(browser.get("/bureau/decides?page=3").body()).contains("Rien ici");
    }

    @ParameterizedTest
    @CsvSource({"page=x, 400", "moi=peut-etre, 400", "demarche=%00, 200", "demarche=%22%3E%3Cscript%3E, 200"})
    void oddFiltersDoNoHarm(String query, int status) {
        var page = browser.get("/bureau?" + query);
        assertThat(page.status()).isEqualTo(status);
        assertThat(page.body()).doesNotContain("><script>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garçon-bénédicte",
                "GARCON",
                "benedicte",
                "éloïse garcon",
                "Garcon Eloise",
                "  bénéd  ",
                "garcon-benedicte éloïse"
            })
    void aNameIsFoundWithOrWithoutAccents(String typed) {
        zoe = cast.resident("Éloïse", "Garçon-Bénédicte");
        var reference = filed(FormAnswers.PARKING, 5);
        assertThat(rows("/bureau/recherche?q=" + encode(typed))).containsExactly(reference);
    }

    @Test
    void aReferenceIsFoundHoweverItIsTyped() {
        var reference = filed(FormAnswers.PARKING, 5);
        Stream.of(
                        reference,
                        reference.replace("-", ""),
                        reference.replace("-", " ").toLowerCase(java.util.Locale.ROOT),
                        " " + reference.replace("-", ".") + " ",
                        reference.substring(0, 7))
                .forEach(typed -> assertThat(rows("/bureau/recherche?q=" + encode(typed)))
                        .as(typed)
                        .containsExactly(reference));
    }

    @Test
    void theWholeNameComesFirstThenOpenCasesByTheirDate() {
        var ended = filed(FormAnswers.PARKING, 1);
        cases.withdraw(new Reference(ended), zoe);
        var later = filed(FormAnswers.PARKING, 9);
        var sooner = filed(FormAnswers.PARKING, 2);
        ask(new Reference(sooner), "Bail");
        zoe = cast.resident("Zoéline", "Martinez");
        var others = filed(FormAnswers.PARKING, -1);
        for (var typed : List.of("zoe martin", "Martin Zoé")) {
            assertThat(rows("/bureau/recherche?q=" + encode(typed))).containsExactly(sooner, later, ended, others);
        }
        assertThat(rows("/bureau/recherche?q=martin")).containsExactly(others, sooner, later, ended);
    }

    @Test
    void aSearchThatFindsMoreThanAPageSaysSo() {
        for (int i = 0; i < 26; i++) {
            filed(FormAnswers.PARKING, i);
        }
        assertThat(rows("/bureau/recherche?q=zo")).hasSize(25);
        assertThat(browser.get("/bureau/recherche?q=zo").body())
                .contains("Voici les 25 premiers résultats")
                .doesNotContain("Page suivante");
        assertThat(browser.get("/bureau/recherche?q=z").body()).contains("au moins deux lettres");
    }

    @Test
    void theSearchStaysWithinTheUnit() {
        var reference = cast.file(zoe, FormAnswers.PARKING);
        assertThat(rows("/bureau/recherche?q=" + reference)).isEmpty();
        assertThat(rows("/bureau/recherche?q=martin")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\\", "---", "\u0000", "' or 1=1 --", "<script>alert(1)</script>"})
    void oddSearchesFindNothing(String typed) {
        filed(FormAnswers.PARKING, 5);
        var page = browser.get("/bureau/recherche?q=" + encode(typed));
        assertThat(page.status()).isIn(200, 303);
        assertThat(page.body()).doesNotContain("/bureau/dossiers/", "<script>alert");
    }

    @Test
    void anEmptySearchGoesBackToTheQueue() {
        assertThat(browser.get("/bureau/recherche?q=+").location()).isEqualTo("/bureau");
    }

    @Test
    void theNextCaseIsTheMostUrgentThatNobodyHas() {
        var later = filed(FormAnswers.PARKING, 9);
        var late = filed(FormAnswers.PARKING, -3);
        assertThat(browser.post("/bureau/suivante").location()).isEqualTo("/bureau/dossiers/" + late);
        assertThat(browser.post("/bureau/suivante").location()).isEqualTo("/bureau/dossiers/" + later);
        assertThat(browser.post("/bureau/suivante").location()).isEqualTo("/bureau?moi=true");
        assertThat(cases.open(new Reference(late), zoe).file().assignee()).isEqualTo(nadege.account());
    }

    @Test
    void agentsAskingForTheNextAtOnceEachGetAnother() throws Exception {
        for (int i = 0; i < 12; i++) {
            filed(FormAnswers.PARKING, i);
        }
        List<Callable<String>> presses = new ArrayList<>();
        for (int agent = 0; agent < 4; agent++) {
            var one = cast.signedIn(cast.agent(UNIT, "Agent", "Numéro" + "abcd".charAt(agent)));
            one.get("/bureau");
            for (int i = 0; i < 3; i++) {
                presses.add(() -> one.post("/bureau/suivante").location());
            }
        }
        List<String> given = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(12)) {
            for (var place : pool.invokeAll(presses)) {
                given.add(place.get());
            }
        }
        assertThat(given).hasSize(12).allMatch(place -> place.startsWith("/bureau/dossiers/"));
        assertThat(new HashSet<>(given)).hasSize(12);
    }

    /** A case of the unit, due in so many days. */
    private String filed(String procedure, int days) {
        var reference = cast.file(zoe, procedure);
        jdbc.sql("update casefiles.case_file set unit = :unit, due_on = :due where reference = :reference")
                .param("unit", UNIT)
                .param("due", French.day(Instant.now()).plusDays(days))
                .param("reference", reference.value())
                .update();
        return reference.value();
    }

    private void ask(Reference reference, String label) {
        handling.ask(
                cast.act(nadege, reference),
                label,
                "",
                French.day(Instant.now()).plusDays(5));
    }

    private List<String> rows(String address) {
        return ROW.matcher(browser.get(address).body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
