package fr.parvis.procedures.fields;

import fr.parvis.procedures.FileAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One or several files; conditions see how many. */
public record Files(int max) implements Kind {

    /** What the file chooser of a browser offers first; what is accepted is decided by the content. */
    public static final String ACCEPT = ".pdf,.jpg,.jpeg,.png,.heic,.docx,.odt";

    /** The files given; none when the value is not of this kind. */
    public List<FileAnswer> files(@Nullable Value value) {
        return value instanceof Value.Files(var files) ? files : List.of();
    }
}
