package fr.parvis.partners.feeds.sftp;

import fr.parvis.kernel.Settings;
import fr.parvis.kernel.WrongSettingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.global.KeepAliveHandler;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.channel.ChannelSessionFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.global.NoMoreSessionsHandler;
import org.apache.sshd.server.session.ServerSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Listens for partners who drop files, when the town set a port. Partners prove themselves by a public key and by nothing
 * else; once inside they get SFTP: no shell, no command, no forwarding.
 */
@Component
public class SftpServer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SftpServer.class);
    private static final AttributeKey<Proof> PROOF = new AttributeKey<>();

    private static final Duration IDLE = Duration.ofMinutes(5);
    private static final Duration TO_PROVE_ONESELF = Duration.ofSeconds(15);
    private static final int MOST_ATTEMPTS = 6;
    private static final int MOST_CHANNELS = 2;
    static final int MOST_OF_ONE = 4;

    private final @Nullable Integer port;
    private final HostKey hostKey;
    private final DropKeys keys;
    private final Counter counter;
    private volatile @Nullable Running running;

    SftpServer(Settings settings, HostKey hostKey, DropKeys keys, Counter counter) {
        this.port = settings.sftpPort();
        this.hostKey = hostKey;
        this.keys = keys;
        this.counter = counter;
    }

    private record Running(SshServer server, Address address) {}

    /**
     * Where clients find it.
     *
     * @param fingerprint of the key by which they know it
     */
    public record Address(int port, String fingerprint) {}

    /** None while it does not listen. */
    public Optional<Address> address() {
        return Optional.ofNullable(running).map(Running::address);
    }

    @Override
    public boolean isAutoStartup() {
        return port != null;
    }

    @Override
    public void start() {
        var key = hostKey.findOrMake();
        var server = server(key);
        try {
            server.start();
        } catch (IOException taken) {
            LOG.debug("not listening", taken);
            throw new WrongSettingException("PARVIS_SFTP_PORT : le port " + port + " est déjà pris, ou réservé.");
        }
        running = new Running(server, new Address(server.getPort(), KeyUtils.getFingerPrint(key.getPublic())));
        LOG.info("SFTP on port {}", server.getPort());
    }

    @Override
    public void stop() {
        var former = running;
        running = null;
        if (former != null) {
            try {
                former.server().stop(true);
            } catch (IOException stuck) {
                throw new UncheckedIOException(stuck);
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    private SshServer server(KeyPair key) {
        var server = SshServer.setUpDefaultServer();
        server.setPort(port == null ? 0 : port);
        server.setKeyPairProvider(KeyPairProvider.wrap(key));
        server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        var doorkeeper = new Doorkeeper(server);
        server.setPublickeyAuthenticator(
                (user, shown, session) -> doorkeeper.hasRoom() && admits(user, shown, session));
        server.setSubsystemFactories(List.of(new Subsystem(counter, PROOF)));
        server.setChannelFactories(List.of(ChannelSessionFactory.INSTANCE));
        server.setGlobalRequestHandlers(List.of(KeepAliveHandler.INSTANCE, NoMoreSessionsHandler.INSTANCE));
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        server.setIoServiceEventListener(doorkeeper);
        CoreModuleProperties.SERVER_IDENTIFICATION.set(server, "PARVIS");
        CoreModuleProperties.IDLE_TIMEOUT.set(server, IDLE);
        CoreModuleProperties.AUTH_TIMEOUT.set(server, TO_PROVE_ONESELF);
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, MOST_ATTEMPTS);
        CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(server, MOST_OF_ONE);
        CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(server, MOST_CHANNELS);
        return server;
    }

    private boolean admits(String user, PublicKey key, ServerSession session) {
        var proof = new Proof(user, KeyUtils.getFingerPrint(key));
        session.setAttribute(PROOF, proof);
        return keys.owner(proof).isPresent();
    }
}
