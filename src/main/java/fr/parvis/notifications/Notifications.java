package fr.parvis.notifications;

import org.springframework.stereotype.Service;

/** Sends messages, once what they tell of is committed. */
@Service
public class Notifications {

    /** Queues a message in the caller's transaction; it leaves after the commit, or never if it is rolled back. */
    public void send(Email email) {
        throw new UnsupportedOperationException();
    }
}
