package fr.parvis.notifications;

/** Where a message stands. */
public enum EmailState {
    /** Waiting for its first attempt or for the next one. */
    QUEUED,
    /** Taken by the mail server, or shown in the demo's mailbox. */
    SENT,
    /** Given up after every attempt; an administrator may send it again. */
    DEAD
}
