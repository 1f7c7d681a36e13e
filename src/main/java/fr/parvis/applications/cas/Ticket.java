package fr.parvis.applications.cas;

import java.util.UUID;

/**
 * Says to one service, once, who came.
 *
 * @param service the whole address it was given for
 * @param fresh whether the person signed in for this very ticket
 */
record Ticket(UUID application, UUID account, String service, boolean fresh) {

    static final String PREFIX = "ST-";
}
