package fr.parvis.partners.feeds.sftp;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import org.apache.sshd.common.io.IoAcceptor;
import org.apache.sshd.common.io.IoServiceEventListener;
import org.apache.sshd.common.session.helpers.AbstractSession;
import org.apache.sshd.server.SshServer;
import org.jspecify.annotations.Nullable;

/**
 * Holds so many connections and no more. Who has not proven anything yet never takes the place of who has: a newcomer
 * gets in at the cost of the one that has been standing there longest without a proof, from the same address first.
 */
final class Doorkeeper implements IoServiceEventListener {

    /** Of those who proved themselves. */
    private static final int MOST_PROVEN = 40;

    /** Of those who did not yet, from one address and in all. */
    static final int MOST_OF_AN_ADDRESS = 8;

    static final int MOST_UNPROVEN = 32;

    private static final int IPV4 = 4;
    private static final int IPV6_NETWORK = 8;

    private final SshServer server;

    Doorkeeper(SshServer server) {
        this.server = server;
    }

    /** Whether one more may come in who proves itself. */
    boolean hasRoom() {
        return server.getActiveSessions().stream()
                        .filter(AbstractSession::isAuthenticated)
                        .count()
                < MOST_PROVEN;
    }

    @Override
    public void connectionAccepted(
            IoAcceptor acceptor, SocketAddress local, SocketAddress remote, @Nullable SocketAddress service) {
        var unproven = server.getActiveSessions().stream()
                .filter(session -> session.isOpen() && !session.isAuthenticated())
                .sorted(Comparator.comparingLong(
                        session -> session.getIoSession().getId()))
                .toList();
        var origin = origin(remote);
        var neighbours = unproven.stream()
                .filter(session -> origin.equals(origin(session.getIoSession().getRemoteAddress())))
                .toList();
        if (neighbours.size() >= MOST_OF_AN_ADDRESS) {
            closeOldest(neighbours);
        } else if (unproven.size() >= MOST_UNPROVEN) {
            closeOldest(unproven);
        }
    }

    private static void closeOldest(List<AbstractSession> sessions) {
        sessions.getFirst().close(true);
    }

    /** The address, or the network of an IPv6 one, of which a single house has billions. */
    private static Object origin(SocketAddress remote) {
        if (!(remote instanceof InetSocketAddress internet) || internet.isUnresolved()) {
            return remote;
        }
        var bytes = internet.getAddress().getAddress();
        return ByteBuffer.wrap(bytes, 0, bytes.length == IPV4 ? IPV4 : IPV6_NETWORK);
    }
}
