package fr.parvis.partners.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parvis.partners.Partner;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerServer;
import fr.parvis.partners.Partners;
import fr.parvis.partners.ResyncAsked;
import fr.parvis.partners.calls.HealthCheck;
import fr.parvis.partners.desk.Watch.Alarm;
import fr.parvis.partners.intake.Takeover;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Doorman;
import fr.parvis.testing.ParvisTest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a partner could not be told, and who tells it again. */
@ParvisTest
class DeadLettersTests {

    private static final String RESYNC = "remise-a-niveau";

    @Autowired
    private PartnerHouse house;

    @Autowired
    private Partners partners;

    @Autowired
    private Cast cast;

    @Autowired
    private Doorman doorman;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private List<Watch> watches;

    @Autowired
    private HealthCheck health;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    private final PartnerServer server = new PartnerServer();
    private Partner mail;
    private String path;

    @BeforeEach
    void aMessageIsGivenUp() {
        mail = house.register("Courrier", port).partner.toldAt(server.address());
        partners.save(mail);
        path = PartnersController.PATH + "/" + mail.slug() + DeadLettersController.UNDER;
        transaction.executeWithoutResult(status -> events.publishEvent(new ResyncAsked(mail.id())));
        await().until(() -> server.told(RESYNC).size() == 1);
        await().until(() -> states().equals(List.of("DONE")));
        jdbc.sql(
                        "update partners.delivery set state = 'DEAD', attempts = 10, last_error = 'réponse 500' where partner = :id")
                .param("id", mail.id())
                .update();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anAdministratorSeesWhyAndSendsItAgain() {
        var alix = administrator();
        assertThat(alix.get(path).body()).contains("fr.parvis.resync.asked.v1", "essais", "réponse 500");

        assertThat(alix.post(path + "/rejeu-de-tous").location()).endsWith(path);

        await().until(() -> server.told(RESYNC).size() == 2);
        await().untilAsserted(() -> assertThat(alix.get(path).body()).contains("lui est parvenu"));
    }

    @Test
    void noNameOfSomebodyIsShown() {
        for (var type : List.of("fr.parvis.link.created.v1", "fr.parvis.handover.opened.v1")) {
            jdbc.sql("update partners.delivery set type = :type, topic = 'CARTE-77' where partner = :id")
                    .param("type", type)
                    .param("id", mail.id())
                    .update();
            assertThat(administrator().get(path).body().contains("CARTE-77"))
                    .as(type)
                    .isEqualTo(type.contains("handover"));
        }
    }

    @Test
    void oneIsSentAgainByItself() {
        var alix = administrator();
        alix.get(path);
        var id = jdbc.sql("select id from partners.delivery where partner = :id")
                .param("id", mail.id())
                .query((row, number) -> row.getString(1))
                .single();

        alix.post(path + "/rejeu", "message", id);

        await().until(() -> server.told(RESYNC).size() == 2);
    }

    @Test
    void nothingIsSentAgainToAPartnerThatIsReplaced(@Autowired Takeover takeover) {
        var alix = administrator();
        alix.get(path);
        assertThat(takeover.replace(mail, house.register("Nouveau courrier", port).partner))
                .isTrue();

        assertThat(alix.get(path).body())
                .contains("remplace celui-ci", "réponse 500")
                .doesNotContain("envoyer de nouveau", "Envoyer de nouveau");
        alix.post(path + "/rejeu-de-tous");

        assertThat(states()).containsExactly("DEAD");
    }

    @Test
    void theTeamIsAlerted() {
        assertThat(alarms()).containsExactly("UNDELIVERED");
    }

    @Test
    void whatWaitsIsSeenAndToldLongBeforeItIsGivenUp() {
        waitSince(Duration.ofMinutes(50));
        assertThat(alarms()).isEmpty();

        waitSince(Duration.ofMinutes(70));
        assertThat(alarms()).containsExactly("WAITING");
        assertThat(administrator().get(PartnersController.PATH).body()).contains("Ne prend pas nos messages");
        assertThat(administrator().get(page()).body())
                .containsSubsequence(
                        "attendent depuis plus d’une heure",
                        "1\u00a0message",
                        "Dernière réponse du serveur",
                        "réponse 500",
                        "Prochain essai",
                        "Essayer maintenant");
    }

    @Test
    void whatWaitsIsTriedAtOnceWhenTheAdministratorSaysSo() {
        waitSince(Duration.ofMinutes(70));
        var alix = administrator();
        alix.get(page());

        var told = alix.post(path + "/essai").location();

        assertThat(alix.get(told).body()).contains("Nous essayons maintenant");
        await().until(() -> server.told(RESYNC).size() == 2);
        await().untilAsserted(() ->
                assertThat(alix.get(page()).body()).contains("aucun").doesNotContain("Essayer maintenant"));
    }

    @Test
    void nobodyElseSeesThem() {
        var zoe = new Browser(port);
        doorman.admit(cast.resident("Zoé", "Martin").viewer().account(), zoe);
        assertThat(zoe.get(path).status()).isEqualTo(403);
        assertThat(zoe.post(path + "/rejeu-de-tous").status()).isEqualTo(403);
        assertThat(zoe.post(path + "/essai").status()).isEqualTo(403);
    }

    /** Its server answered 500 so far, and the next attempt is hours away. */
    private void waitSince(Duration age) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                        update partners.delivery set state = 'PENDING', attempts = 7, created_at = :since, next_at = :next,
                            last_status = 500, last_error = 'réponse 500', settled_at = null
                        where partner = :id
                        """)
                .param("id", mail.id())
                .param("since", now.minus(age))
                .param("next", now.plusHours(3))
                .update();
    }

    private List<String> alarms() {
        var known = health.of(mail.id());
        return watches.stream()
                .flatMap(watch -> watch.look(mail, known).stream())
                .map(Alarm::kind)
                .toList();
    }

    private String page() {
        return PartnersController.PATH + "/" + mail.slug();
    }

    private List<String> states() {
        return jdbc.sql("select state from partners.delivery where partner = :id")
                .param("id", mail.id())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private Browser administrator() {
        var browser = new Browser(port);
        doorman.admit(cast.administrator("Alix", "Garnier").viewer().account(), browser);
        return browser;
    }
}
