package fr.parvis.documents;

import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The store of files. */
@Service
public class Documents {

    /** Checks and keeps a file somebody sent: type by content, at most 10 MB, photos without metadata. */
    public StoreOutcome receive(String name, byte[] content) {
        throw new UnsupportedOperationException();
    }

    /** Keeps a file made here, such as a decision letter. */
    public StoredFile keep(String name, String mediaType, byte[] content) {
        throw new UnsupportedOperationException();
    }

    public StoredFile find(UUID file) {
        throw new UnsupportedOperationException();
    }

    /** The content, decrypted and checked. */
    public byte[] read(UUID file) {
        throw new UnsupportedOperationException();
    }

    /** Removes files for good once the caller's transaction commits. */
    public void delete(Collection<UUID> files) {
        throw new UnsupportedOperationException();
    }
}
