package fr.parvis.partners.feeds.sftp;

import fr.parvis.partners.feeds.sftp.DropException.Status;
import java.util.List;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** Answers, as version 3 of the protocol writes them (draft-ietf-secsh-filexfer-02). */
final class Reply {

    private static final int VERSION = 2;
    private static final int STATUS = 101;
    private static final int HANDLE = 102;
    private static final int DATA = 103;
    private static final int NAME = 104;
    private static final int ATTRIBUTES = 105;

    private static final int SPOKEN = 3;
    private static final int SIZE = 0x1;
    private static final int RIGHTS = 0x4;
    private static final int TIMES = 0x8;

    private Reply() {}

    static Buffer version() {
        var reply = new ByteArrayBuffer();
        reply.putByte((byte) VERSION);
        reply.putInt(SPOKEN);
        return reply;
    }

    static Buffer done(int request) {
        return status(request, Status.OK, "");
    }

    static Buffer status(int request, Status status, String why) {
        var reply = begin(STATUS, request);
        reply.putInt(status.code());
        reply.putString(why);
        reply.putString("fr");
        return reply;
    }

    static Buffer handle(int request, String handle) {
        var reply = begin(HANDLE, request);
        reply.putString(handle);
        return reply;
    }

    static Buffer data(int request, byte[] content, int from, int length) {
        var reply = begin(DATA, request);
        reply.putBytes(content, from, length);
        return reply;
    }

    /** Where a path leads, without its attributes. */
    static Buffer path(int request, String path) {
        var reply = begin(NAME, request);
        reply.putInt(1);
        reply.putString(path);
        reply.putString(path);
        reply.putInt(0);
        return reply;
    }

    static Buffer entries(int request, List<Entry> entries) {
        var reply = begin(NAME, request);
        reply.putInt(entries.size());
        for (var entry : entries) {
            reply.putString(entry.name());
            reply.putString(entry.line());
            attributes(reply, entry);
        }
        return reply;
    }

    static Buffer attributes(int request, Entry entry) {
        var reply = begin(ATTRIBUTES, request);
        attributes(reply, entry);
        return reply;
    }

    private static Buffer begin(int type, int request) {
        var reply = new ByteArrayBuffer();
        reply.putByte((byte) type);
        reply.putInt(request);
        return reply;
    }

    private static void attributes(Buffer reply, Entry entry) {
        reply.putInt(SIZE | RIGHTS | TIMES);
        reply.putLong(entry.size());
        reply.putInt(entry.mode());
        reply.putUInt(entry.at().getEpochSecond());
        reply.putUInt(entry.at().getEpochSecond());
    }
}
