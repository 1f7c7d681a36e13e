package fr.parvis.applications.desk;

import java.util.List;

/**
 * What happened with an application, a page at a time.
 *
 * @param refusals whether only refusals are shown
 * @param older the address of the page of older things; empty when there are none
 */
public record JournalPart(List<Line> lines, boolean refusals, String older) {

    public JournalPart {
        lines = List.copyOf(lines);
    }

    /** Something that happened. */
    public record Line(String at, String what, String detail, boolean bad) {}
}
