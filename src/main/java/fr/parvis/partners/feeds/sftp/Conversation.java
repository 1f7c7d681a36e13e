package fr.parvis.partners.feeds.sftp;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.server.command.AbstractCommandSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads requests one after the other and answers each, until the client goes. What it had not closed is not kept. */
final class Conversation extends AbstractCommandSupport {

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    /** Clients send pieces of 32 KB, some of 256. */
    private static final int LONGEST = 300_000;

    private final Requests requests;

    Conversation(Requests requests) {
        super("sftp", null);
        this.requests = requests;
    }

    @Override
    public void run() {
        try (var in = new DataInputStream(getInputStream());
                var out = getOutputStream()) {
            var request = next(in);
            while (request != null) {
                send(out, requests.answer(request));
                request = next(in);
            }
        } catch (IOException gone) {
            LOG.debug("a client went", gone);
        } finally {
            onExit(0);
        }
    }

    /** The next request; null when there is none, or none that could be one. */
    private static @Nullable Buffer next(DataInputStream in) throws IOException {
        var head = in.readNBytes(Integer.BYTES);
        if (head.length < Integer.BYTES) {
            return null;
        }
        int length = new ByteArrayBuffer(head).getInt();
        if (length < 1 || length > LONGEST) {
            return null;
        }
        var body = in.readNBytes(length);
        return body.length < length ? null : new ByteArrayBuffer(body);
    }

    private static void send(OutputStream out, Buffer reply) throws IOException {
        var framed = new ByteArrayBuffer(reply.available() + Integer.BYTES, false);
        framed.putBytes(reply.getCompactData());
        out.write(framed.getCompactData());
        out.flush();
    }
}
