package fr.parvis.partners.feeds.sftp;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/** A file of a conversation. */
sealed interface Drop {

    /** Nothing that names of files do not keep. */
    String NAME = "(?i)[^.\\s\\p{Cntrl}\\\\\"<>][^\\p{Cntrl}\\\\\"<>]{0,115}";

    /** Counts once it is closed. */
    Pattern READ = Pattern.compile(NAME + "\\.(csv|ods)");

    /** Under such a name, clients send what they rename once it is whole. */
    Pattern PASSING = Pattern.compile("(?i)\\..{1,150}|" + NAME + "(\\.csv|\\.ods)?\\.(tmp|part|filepart)");

    long size();

    Instant at();

    /** It is being sent, or waits for its name. */
    record Coming(Upload upload) implements Drop {

        @Override
        public long size() {
            return upload.size();
        }

        @Override
        public Instant at() {
            return upload.at();
        }
    }

    /** The database has it; what it says is no longer held here. */
    record Kept(UUID file, long size, Instant at) implements Drop {}

    default boolean isOpen() {
        return this instanceof Coming(var upload) && upload.isOpen();
    }
}
