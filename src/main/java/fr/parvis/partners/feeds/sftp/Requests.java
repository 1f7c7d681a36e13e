package fr.parvis.partners.feeds.sftp;

import fr.parvis.partners.feeds.sftp.DropException.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.BufferException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what a client asks, as version 3 of the protocol words it (draft-ietf-secsh-filexfer-02). */
final class Requests {

    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

    private static final int INIT = 1;
    private static final int OPEN = 3;
    private static final int CLOSE = 4;
    private static final int READ = 5;
    private static final int WRITE = 6;
    private static final int LSTAT = 7;
    private static final int FSTAT = 8;
    private static final int SETSTAT = 9;
    private static final int FSETSTAT = 10;
    private static final int OPENDIR = 11;
    private static final int READDIR = 12;
    private static final int REMOVE = 13;
    private static final int MKDIR = 14;
    private static final int RMDIR = 15;
    private static final int REALPATH = 16;
    private static final int STAT = 17;
    private static final int RENAME = 18;

    private static final int MOST_HANDLES = 16;
    private static final int MOST_ENTRIES = 100;
    private static final int MOST_BYTES = 65_536;

    private final Folder folder;
    private final Map<String, Handle> handles = new HashMap<>();
    private int given;

    Requests(Folder folder) {
        this.folder = folder;
    }

    /** What a client has open. */
    private sealed interface Handle {

        /** A file that it sends. */
        record Writing(String name, Upload upload) implements Handle {}

        /** An acknowledgement that it reads. */
        @SuppressWarnings("ArrayRecordComponent") // read, never compared
        record Reading(Entry entry, byte[] content) implements Handle {}

        /** A folder that it looks through. */
        record Listing(Iterator<Entry> entries) implements Handle {}
    }

    Buffer answer(Buffer request) {
        int type = request.getUByte();
        if (type == INIT) {
            return Reply.version();
        }
        int id = request.available() < Integer.BYTES ? 0 : request.getInt();
        try {
            return answer(type, id, request);
        } catch (DropException refusal) {
            return Reply.status(id, refusal.status(), refusal.why());
        } catch (BufferException malformed) {
            return Reply.status(id, Status.BAD_MESSAGE, "Cette demande n’est pas comme le protocole la veut.");
        } catch (RuntimeException failure) {
            LOG.error(
                    "A client of SFTP could not be answered: {}",
                    failure.getClass().getName());
            return Reply.status(id, Status.FAILURE, "Une erreur s’est produite ici : réessayez dans un moment.");
        }
    }

    private Buffer answer(int type, int id, Buffer request) throws DropException {
        return switch (type) {
            case OPEN -> open(id, request);
            case CLOSE -> close(id, request.getString());
            case READ -> read(id, request);
            case WRITE -> write(id, request);
            case LSTAT, STAT -> Reply.attributes(id, folder.stat(Place.of(request.getString())));
            case FSTAT -> Reply.attributes(id, stat(handle(request.getString())));
            case SETSTAT -> settle(id, Place.of(request.getString()));
            case FSETSTAT -> settle(id, handle(request.getString()));
            case OPENDIR -> list(id, Place.of(request.getString()));
            case READDIR -> next(id, handle(request.getString()));
            case REMOVE -> remove(id, Place.of(request.getString()));
            case RENAME -> rename(id, request);
            case REALPATH -> Reply.path(id, Place.canonical(request.getString()));
            case MKDIR, RMDIR ->
                throw new DropException(
                        Status.PERMISSION_DENIED, "Il n’y a pas d’autres dossiers que depot et accuses.");
            default -> Reply.status(id, Status.UNSUPPORTED, "Ce serveur ne fait que recevoir des fichiers.");
        };
    }

    private Buffer open(int id, Buffer request) throws DropException {
        var place = Place.of(request.getString());
        var flags = new Flags(request.getInt());
        if (!flags.write()) {
            return give(id, new Handle.Reading(folder.stat(place), folder.read(place)));
        }
        if (!(place instanceof Place.Dropped(var name))) {
            throw new DropException(Status.PERMISSION_DENIED, "Déposez vos fichiers dans le dossier depot.");
        }
        checkRoom();
        return give(id, new Handle.Writing(name, folder.open(name, flags)));
    }

    private Buffer close(int id, String name) throws DropException {
        var handle = handle(name);
        handles.remove(name);
        if (handle instanceof Handle.Writing(var file, var upload)) {
            folder.close(file, upload);
        }
        return Reply.done(id);
    }

    private Buffer read(int id, Buffer request) throws DropException {
        if (!(handle(request.getString()) instanceof Handle.Reading(var entry, var content))) {
            throw wrongHandle();
        }
        long from = request.getLong();
        long length = Math.min(Math.min(request.getUInt(), MOST_BYTES), content.length - from);
        return from < 0 || length <= 0
                ? Reply.status(id, Status.END, "")
                : Reply.data(id, content, (int) from, (int) length);
    }

    private Buffer write(int id, Buffer request) throws DropException {
        if (!(handle(request.getString()) instanceof Handle.Writing(var name, var upload))) {
            throw wrongHandle();
        }
        folder.write(upload, request.getLong(), request.getBytes());
        return Reply.done(id);
    }

    private Entry stat(Handle handle) throws DropException {
        return switch (handle) {
            case Handle.Writing(var name, var upload) -> Entry.dropped(name, upload.size(), upload.at());
            case Handle.Reading(var entry, var content) -> entry;
            case Handle.Listing listing -> throw wrongHandle();
        };
    }

    /** Times and rights that a client gives to what it sent change nothing here, but it must not take that for a failure. */
    private Buffer settle(int id, Place place) throws DropException {
        folder.stat(place);
        return Reply.done(id);
    }

    private static Buffer settle(int id, Handle handle) throws DropException {
        if (!(handle instanceof Handle.Writing)) {
            throw wrongHandle();
        }
        return Reply.done(id);
    }

    private Buffer list(int id, Place place) throws DropException {
        return give(id, new Handle.Listing(folder.list(place).iterator()));
    }

    private static Buffer next(int id, Handle handle) throws DropException {
        if (!(handle instanceof Handle.Listing(var entries))) {
            throw wrongHandle();
        }
        List<Entry> some = new ArrayList<>();
        while (entries.hasNext() && some.size() < MOST_ENTRIES) {
            some.add(entries.next());
        }
        return some.isEmpty() ? Reply.status(id, Status.END, "") : Reply.entries(id, some);
    }

    private Buffer remove(int id, Place place) throws DropException {
        folder.remove(place);
        return Reply.done(id);
    }

    private Buffer rename(int id, Buffer request) throws DropException {
        folder.rename(Place.of(request.getString()), Place.of(request.getString()));
        return Reply.done(id);
    }

    private Buffer give(int id, Handle handle) throws DropException {
        checkRoom();
        given++;
        var name = String.valueOf(given);
        handles.put(name, handle);
        return Reply.handle(id, name);
    }

    private void checkRoom() throws DropException {
        if (handles.size() >= MOST_HANDLES) {
            throw new DropException(Status.FAILURE, "Pas plus de " + MOST_HANDLES + " fichiers ouverts à la fois.");
        }
    }

    private Handle handle(String name) throws DropException {
        var handle = handles.get(name);
        if (handle == null) {
            throw wrongHandle();
        }
        return handle;
    }

    private static DropException wrongHandle() {
        return new DropException(Status.FAILURE, "Ce fichier n’est pas ouvert ainsi.");
    }
}
