package fr.parvis.partners.feeds.sftp;

import java.io.IOException;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.subsystem.SubsystemFactory;

/** What a client may ask for once it is inside: "sftp", and nothing else. */
record Subsystem(Counter counter, AttributeKey<Proof> proof) implements SubsystemFactory {

    @Override
    public String getName() {
        return "sftp";
    }

    @Override
    public Command createSubsystem(ChannelSession channel) throws IOException {
        var shown = channel.getServerSession().getAttribute(proof);
        if (shown == null) {
            throw new IOException("nobody comes in without a proof");
        }
        return new Conversation(new Requests(new Folder(counter, shown)));
    }
}
