package fr.parvis.identity.web;

import fr.parvis.identity.RunningRequests.Running;
import java.util.List;

/**
 * What deleting one's account means.
 *
 * @param staff whether the person works for the town, and so may not
 * @param running the requests that go on without them
 */
public record ClosingPage(boolean staff, List<Running> running) {}
