package fr.parvis.demo.vendors;

import java.util.Optional;

/** Pages of residents' cases under addresses that nobody guesses: they open what the town leads to, for reading only. */
public final class Doors {

    private final String prefix;
    private final byte[] key;

    /**
     * The pages of one kind of case.
     *
     * @param prefix of their paths, as in {@code /inscriptions/}
     * @param key what their addresses are made from
     */
    public Doors(String prefix, byte[] key) {
        this.prefix = prefix;
        this.key = key.clone();
    }

    public String path(String thing) {
        return prefix + thing + "/" + Signing.word(key, prefix + thing);
    }

    /** The case that a path leads to; empty for one that was guessed. */
    public Optional<String> thing(String path) {
        int end = path.lastIndexOf('/');
        if (!path.startsWith(prefix) || end < prefix.length()) {
            return Optional.empty();
        }
        var thing = path.substring(prefix.length(), end);
        return Signing.isSame(path, path(thing)) ? Optional.of(thing) : Optional.empty();
    }
}
