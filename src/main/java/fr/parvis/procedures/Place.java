package fr.parvis.procedures;

import org.jspecify.annotations.Nullable;

/** Where a field stands on a page: by itself, or in the item of a group. */
record Place(@Nullable String group, int item, String key) {

    static Place of(String key) {
        return new Place(null, 0, key);
    }

    static Place in(String group, int item, String key) {
        return new Place(group, item, key);
    }

    /** The id in HTML, also the key of errors. */
    String id() {
        return group == null ? key : group + "-" + item + "-" + key;
    }

    /** The name under which browsers send the answer. */
    String name() {
        return group == null ? key : group + "[" + item + "]." + key;
    }
}
