package fr.parvis.identity.desk;

import java.util.List;

/** Those who work for the town, by name. */
public record ColleaguesPage(List<Line> lines) {

    public ColleaguesPage {
        lines = List.copyOf(lines);
    }

    /**
     * One of them.
     *
     * @param roles what they are, in French, one after the other
     * @param lastSignIn when they last came in; empty when never, or not for six months
     */
    public record Line(
            String href, String name, String email, List<String> roles, boolean protectedAccount, String lastSignIn) {

        public Line {
            roles = List.copyOf(roles);
        }
    }
}
