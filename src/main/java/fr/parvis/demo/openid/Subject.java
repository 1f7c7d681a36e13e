package fr.parvis.demo.openid;

import java.util.List;
import java.util.Map;

/** An invented person, as a provider tells of them. */
public interface Subject {

    String id();

    /** What makes them worth trying, in a few words. */
    String about();

    String name();

    /** The claims that the scopes of the request open; a claim without a value is left out. */
    Map<String, Object> claims(List<String> scopes);

    /** Who they are for one client. */
    String sub(String client);
}
