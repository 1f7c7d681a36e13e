package fr.parvis.casefiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.partners.PartnerServer;
import fr.parvis.partners.PartnerServer.Told;
import fr.parvis.partners.Partners;
import fr.parvis.partners.calls.PartnerCalls;
import fr.parvis.partners.links.FamilyLinks;
import fr.parvis.procedures.Procedure;
import fr.parvis.procedures.Procedures;
import fr.parvis.procedures.loading.ProcedureDocument;
import fr.parvis.procedures.loading.PublishedVersions;
import fr.parvis.testing.MovingClock;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.Standing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A town, a partner that handles a step, a resident and an agent: what tests of cases handed over share. */
abstract class HandoverStage {

    static final String HANDLED = "\n    handler: %s\n    share: [immatriculation, carte_grise]\n";

    @Autowired
    PartnerHouse house;

    @Autowired
    Partners partners;

    @Autowired
    PublishedVersions versions;

    @Autowired
    Procedures procedures;

    @Autowired
    PartnerCases partnerCases;

    @Autowired
    Handling handling;

    @Autowired
    CaseFiles residents;

    @Autowired
    OpenCases desk;

    @Autowired
    FamilyLinks links;

    @Autowired
    Ledger ledger;

    @Autowired
    PartnerCalls calls;

    @Autowired
    MovingClock clock;

    @LocalServerPort
    int port;

    final PartnerServer server = new PartnerServer();
    PartnerProgram parking;
    CaseCast cast;
    Viewer zoe;
    Viewer nadia;

    @BeforeEach
    void aPartnerHandlesAStep(@Autowired AutowireCapableBeanFactory beans) {
        cast = beans.createBean(CaseCast.class);
        zoe = cast.resident();
        nadia = cast.agent("stationnement");
        parking = house.register("Parking Service", port);
        partners.save(parking.partner.toldAt(server.address()));
    }

    @AfterEach
    void stop() {
        clock.reset();
        server.close();
    }

    Reference file() {
        var slug = parking.partner.slug();
        return cast.file(zoe, procedure(slug, HANDLED.formatted(slug), 0), FormAnswers.PARKING);
    }

    /** Of a procedure whose last step the partner handles and decides, once an agent has ended the first. */
    Reference decidedThere() {
        var slug = parking.partner.slug();
        var handled = "\n    handler: %s\n    decides: true\n".formatted(slug);
        zoe = cast.resident();
        var reference = cast.file(zoe, procedure(slug + "-d", handled, 1), FormAnswers.PARKING);
        handling.advance(cast.act(nadia, reference));
        return reference;
    }

    /** The shipped procedure for parking, some of whose steps are handled elsewhere. */
    Procedure procedure(String slug, String handled, int... steps) {
        var parts = procedures.current(FormAnswers.PARKING).orElseThrow().version();
        var text = versions.find(FormAnswers.PARKING, parts).orElseThrow().text();
        for (int step : steps) {
            text = handled(text, handled.stripTrailing(), step);
        }
        var name = "confiee-" + slug;
        versions.publish(new ProcedureDocument(name + ".v1.yaml", name, 1, text));
        return procedures.version(name, 1);
    }

    private static String handled(String text, String handled, int step) {
        int at = text.indexOf("\n    targetDays:");
        for (int i = 0; i < step; i++) {
            at = text.indexOf("\n    targetDays:", at + 1);
        }
        return text.substring(0, at) + handled + text.substring(at);
    }

    PartnerProgram.Answer push(Reference reference, long sequence, String type, Map<String, Object> data) {
        return push(parking, reference, sequence, type, data);
    }

    PartnerProgram.Answer push(
            PartnerProgram program, Reference reference, long sequence, String type, Map<String, Object> data) {
        return program.push(List.of(event(program, reference, sequence, type, data)));
    }

    Map<String, Object> event(
            PartnerProgram program, Reference reference, long sequence, String type, Map<String, Object> data) {
        Map<String, Object> all = new HashMap<>(data);
        all.put("person", Map.of("reference", reference.value()));
        var event = program.event(type, "D-" + reference.value(), sequence, all);
        event.put("time", clock.instant().toString());
        return event;
    }

    static Map<String, Object> asked(String label) {
        return Map.of("todo", Map.of("kind", "DOCUMENT", "label", label));
    }

    String documentLink(Reference reference) {
        return parking.get("/api/v1/partenaires/dossiers/" + reference.value())
                .body()
                .path("documents")
                .get(0)
                .path("url")
                .asString();
    }

    List<Told> told(Reference reference, int number) {
        await().untilAsserted(() -> assertThat(server.told(reference.value())).hasSizeGreaterThanOrEqualTo(number));
        return server.told(reference.value());
    }

    Standing standing(Reference reference) {
        return ledger.find(reference).orElseThrow().standing();
    }
}
