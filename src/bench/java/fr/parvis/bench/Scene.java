package fr.parvis.bench;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A page that is measured: what it is called, where it is, and who looks at it.
 *
 * @param promised whether the page is held to half the rate of a bare page and to the growth allowed
 */
record Scene(String name, String path, Person person, boolean promised) {

    private static final Pattern CASE = Pattern.compile("href=\"(/suivi/[^\"/]+)");

    /** The pages that are promised to be fast, and a few others. */
    static List<Scene> all() throws IOException, InterruptedException {
        var resident = Person.signedIn("resident@parvis.example");
        var agent = Person.signedIn("agent@parvis.example");
        var request = CASE.matcher(resident.get("/mon-fil").body());
        if (!request.find()) {
            throw new IllegalStateException("the demo resident follows nothing");
        }
        return List.of(
                new Scene("Mon fil", "/mon-fil", resident, true),
                new Scene("A timeline", request.group(1), resident, true),
                new Scene("The desk's queue", "/bureau", agent, true),
                new Scene("Search at the desk", "/bureau/recherche?q=moreau", agent, false),
                new Scene("Catalogue", "/services", new Person(), false));
    }
}
