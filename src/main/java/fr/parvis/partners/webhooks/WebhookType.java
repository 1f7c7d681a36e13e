package fr.parvis.partners.webhooks;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a partner may be told, under the names that stand in the events; the version is part of the name. */
public enum WebhookType {
    HANDOVER_OPENED("fr.parvis.handover.opened.v1"),
    HANDOVER_MESSAGE("fr.parvis.handover.message.v1"),
    HANDOVER_DOCUMENT_ADDED("fr.parvis.handover.document-added.v1"),
    /** The town or the resident takes the case away: the partner has nothing more to do. */
    HANDOVER_WITHDRAWN("fr.parvis.handover.withdrawn.v1"),
    LINK_CREATED("fr.parvis.link.created.v1"),
    LINK_ENDED("fr.parvis.link.ended.v1"),
    /** The town asks where all cases of the partner stand. */
    RESYNC_ASKED("fr.parvis.resync.asked.v1");

    /** The codes of what is told of cases of ours that a partner has. */
    public static final List<String> OF_HANDOVERS = Stream.of(
                    HANDOVER_OPENED, HANDOVER_MESSAGE, HANDOVER_DOCUMENT_ADDED, HANDOVER_WITHDRAWN)
            .map(WebhookType::code)
            .toList();

    private final String code;

    WebhookType(String code) {
        this.code = code;
    }

    /** The {@code type} attribute. */
    public String code() {
        return code;
    }

    static WebhookType of(String code) {
        return Arrays.stream(values())
                .filter(type -> type.code.equals(code))
                .findFirst()
                .orElseThrow();
    }
}
