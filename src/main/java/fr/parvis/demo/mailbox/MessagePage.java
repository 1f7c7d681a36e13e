package fr.parvis.demo.mailbox;

import java.util.List;

/**
 * One message.
 *
 * @param html address of its HTML part
 */
public record MessagePage(String subject, String to, String when, List<TextPart> text, String html) {}
