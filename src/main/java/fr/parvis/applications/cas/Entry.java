package fr.parvis.applications.cas;

import java.util.UUID;

/**
 * A person inside a service.
 *
 * @param ticket they came with, which the service knows its session by
 * @param service where it was validated for
 */
public record Entry(String ticket, UUID application, UUID account, UUID session, String service) {}
