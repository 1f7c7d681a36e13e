package fr.parvis.applications.hearing;

import java.time.Instant;
import java.util.List;

/**
 * Something an application asked, and our answer.
 *
 * @param good whether it got what it asked
 * @param summary of the answer, in French
 * @param reason exactly why it was refused; empty otherwise
 */
public record Message(
        Instant at,
        MessageKind kind,
        boolean good,
        String summary,
        String reason,
        List<Line> asked,
        List<Line> answered) {

    public Message {
        asked = List.copyOf(asked);
        answered = List.copyOf(answered);
    }
}
