package fr.parvis.identity;

import java.util.List;
import java.util.UUID;

/** What a person would leave behind by deleting their account: the town still works on it. */
public interface RunningRequests {

    /** A request not decided yet, and the page where it can be withdrawn. */
    record Running(String title, String url) {}

    List<Running> of(UUID account);
}
