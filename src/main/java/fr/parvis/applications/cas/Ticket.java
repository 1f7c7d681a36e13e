package fr.parvis.applications.cas;

import java.util.UUID;

/**
 * Says to one service, once, who came.
 *
 * @param session the person came in
 * @param service the whole address it was given for
 * @param fresh whether the person signed in for this very ticket
 */
record Ticket(UUID application, UUID account, UUID session, String service, boolean fresh) {

    static final String PREFIX = "ST-";
}
