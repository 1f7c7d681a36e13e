package fr.parvis.partners.handover;

import fr.parvis.kernel.Settings;
import fr.parvis.partners.handover.Handover.State;
import fr.parvis.partners.handover.Opening.Shared;
import fr.parvis.partners.webhooks.Delivery;
import fr.parvis.partners.webhooks.Enclosures;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a partner sees of a case that it was handed. Events are kept with the ids of files in the place of links, which
 * are made when an event leaves: a link lives shorter than an event may have to wait.
 */
@Component
class HandedCaseView implements Enclosures {

    static final String PATH = "/api/v1/partenaires/dossiers/";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String DOCUMENTS = "documents";
    private static final String FILE = "file";

    private final HandedFiles files;
    private final Settings settings;

    HandedCaseView(HandedFiles files, Settings settings) {
        this.files = files;
        this.settings = settings;
    }

    static String write(Shared shared) {
        return JSON.writeValueAsString(shared);
    }

    ObjectNode opened(Opening opening) {
        var data = about(opening.reference().value());
        data.setAll((ObjectNode) JSON.valueToTree(opening.shared()));
        data.put("step", opening.step());
        data.set(DOCUMENTS, documents(opening.files()));
        return data;
    }

    /** As when it was opened for the partner that had it before. */
    ObjectNode passedOn(Handover handover, List<HandedFile> files) {
        var data = given(handover);
        data.put("step", handover.step());
        data.set(DOCUMENTS, documents(files));
        return data;
    }

    ObjectNode message(Handover handover, String text, List<HandedFile> joined) {
        var data = about(handover.reference().value()).put("text", text);
        data.set(DOCUMENTS, documents(joined));
        return data;
    }

    ObjectNode documentsAdded(Handover handover, List<HandedFile> added) {
        var data = about(handover.reference().value());
        data.set(DOCUMENTS, documents(added));
        return data;
    }

    ObjectNode withdrawn(Handover handover, State how) {
        return about(handover.reference().value()).put("reason", word(how));
    }

    /** The case as it stands, with new links; that it was the partner's is all that is told of one that it has no more. */
    ObjectNode of(Handover handover) {
        var data =
                handover.isOpen() ? given(handover) : about(handover.reference().value());
        if (handover.isOpen()) {
            data.set(DOCUMENTS, documents(files.of(handover.id())));
            enclose(handover.partner(), handover.reference().value(), data);
        }
        return data.put("step", handover.step())
                .put("state", word(handover.state()))
                .put("openedAt", handover.openedAt().toString());
    }

    @Override
    public void enclose(Delivery delivery, ObjectNode data) {
        enclose(delivery.partner(), delivery.topic(), data);
    }

    private void enclose(UUID partner, String reference, ObjectNode data) {
        for (JsonNode document : data.path(DOCUMENTS)) {
            var entry = (ObjectNode) document;
            files.link(partner, reference, UUID.fromString(entry.remove(FILE).asString()))
                    .ifPresent(link -> entry.put("url", link.url())
                            .put("expiresAt", link.expiresAt().toString()));
        }
    }

    private ObjectNode given(Handover handover) {
        var data = about(handover.reference().value());
        if (handover.content() != null) {
            data.setAll((ObjectNode) JSON.readTree(handover.content()));
        }
        return data;
    }

    private ObjectNode about(String reference) {
        return JSON.createObjectNode().put("reference", reference).put("dossier", settings.url(PATH + reference));
    }

    private static ArrayNode documents(List<HandedFile> files) {
        return JSON.valueToTree(files);
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
