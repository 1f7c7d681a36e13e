package fr.parvis.documents;

import fr.parvis.kernel.French;
import java.util.Locale;

/** What became of a file somebody sent. */
public sealed interface StoreOutcome {

    record Stored(StoredFile file) implements StoreOutcome {}

    /** Not kept; the reason is plain French and says how to fix it. */
    record Refused(String reason) implements StoreOutcome {

        /** The reason with the name of the file it is about, as several may be refused together. */
        public String about(String name) {
            return "«" + French.NBSP + FileName.clean(name) + French.NBSP + "»" + French.NBSP + ": "
                    + reason.substring(0, 1).toLowerCase(Locale.ROOT) + reason.substring(1);
        }
    }
}
