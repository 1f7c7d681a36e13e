package fr.parvis.demo.mailbox;

import java.util.List;

/** The list of messages, newest first. */
public record MailboxPage(List<Line> emails) {

    /** One message of the list. */
    public record Line(String subject, String to, String when, String href) {}
}
