package fr.parvis.partners.webhooks;

import tools.jackson.databind.node.ObjectNode;

/** What is added to an event at the moment it leaves, because it would be stale or secret where events are kept. */
public interface Enclosures {

    /** Completes the data of an event that is about to leave. */
    void enclose(Delivery delivery, ObjectNode data);
}
