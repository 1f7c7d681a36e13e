package fr.parvis.partners.handover;

import fr.parvis.kernel.Reference;
import fr.parvis.partners.Partner;
import fr.parvis.tracking.TimelineEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cases of ours, moved by what the partner that handles them tells; offered by the module they belong to. */
public interface HandedCases {

    /** Applies what a partner told of a case that it was handed, in this order, in the caller's transaction. */
    void told(Reference reference, Partner partner, List<Happening> happenings);

    /** Another partner goes on with a case that the former has, in the caller's transaction. */
    void passOn(Reference reference, Partner former, Partner successor);

    /**
     * Something that happened at the partner's.
     *
     * @param event as the resident reads it
     * @param awaited what the resident is to do, when it is their turn
     * @param end how the partner's part ended; null when it did not
     */
    record Happening(
            TimelineEvent event,
            Turn turn,
            @Nullable Awaited awaited,
            @Nullable End end) {}

    /** Whose move it is after something happened. */
    enum Turn {
        RESIDENT,
        PARTNER,
        /** As before. */
        SAME
    }

    /** How a partner's part can end. */
    enum End {
        ACCEPTED,
        PARTLY_ACCEPTED,
        REFUSED,
        /** Without a decision. */
        CLOSED,
        /** The partner gives the case back. */
        WITHDRAWN
    }
}
