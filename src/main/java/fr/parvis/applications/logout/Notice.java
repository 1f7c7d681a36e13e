package fr.parvis.applications.logout;

import java.util.UUID;

/**
 * Word of a session that ended, for one application.
 *
 * @param attempts failed so far
 */
record Notice(UUID id, UUID application, String sub, String sid, int attempts) {}
