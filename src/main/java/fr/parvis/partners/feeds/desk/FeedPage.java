package fr.parvis.partners.feeds.desk;

import fr.parvis.kernel.French;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.partners.feeds.RowOutcome.Status;
import fr.parvis.partners.feeds.files.FeedFile;
import fr.parvis.partners.feeds.files.FeedFile.State;
import fr.parvis.partners.feeds.polling.Poll;
import fr.parvis.partners.feeds.polling.Progress;
import fr.parvis.partners.feeds.sftp.DropKey;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a partner is listened to, at a glance.
 *
 * @param path of this page
 * @param mapped whether there is a mapping
 * @param reading of its list; null when none is read
 * @param mailbox whether the town has a mailbox for files
 * @param address the partner's own in it; empty before it was given one
 * @param depot where it drops files; null when the town has no such place
 */
public record FeedPage(
        String partner,
        String path,
        boolean mapped,
        @Nullable Reading reading,
        List<Line> files,
        boolean mailbox,
        String address,
        @Nullable Depot depot,
        FormErrors errors) {

    /** How the reading of a list goes. */
    public record Reading(
            String address,
            boolean active,
            int minutes,
            String last,
            @Nullable String fault,
            int failures) {

        static Reading of(Poll poll, Progress progress) {
            var last = progress.succeededAt();
            return new Reading(
                    poll.address(),
                    poll.active(),
                    poll.minutes(),
                    last == null ? "jamais" : French.dateTime(last),
                    progress.fault() == null ? null : French.typeset(progress.fault()),
                    progress.failures());
        }
    }

    /**
     * Where a partner drops files.
     *
     * @param host and port and user: what its program is told
     * @param fingerprint of our key, by which its program knows us
     * @param typed the key that was pasted and must be corrected
     */
    public record Depot(String host, int port, String user, String fingerprint, List<DropKey> keys, String typed) {}

    /**
     * A file.
     *
     * @param fault why none of its lines was taken; null when some were, or it was not read yet
     */
    public record Line(
            UUID id,
            String name,
            String channel,
            String when,
            boolean read,
            String result,
            @Nullable String fault) {

        static Line of(FeedFile file, Map<Status, Long> counts) {
            var fault = file.fault();
            return new Line(
                    file.id(),
                    file.name(),
                    switch (file.channel()) {
                        case DESK -> "cette page";
                        case API -> "programme";
                        case MAIL -> "courriel";
                        case SFTP -> "SFTP";
                    },
                    French.dateTime(file.receivedAt()),
                    file.state() != State.RECEIVED,
                    file.state() == State.RECEIVED ? "en attente de lecture" : result(counts),
                    fault == null ? null : French.typeset(fault.detail()));
        }

        private static String result(Map<Status, Long> counts) {
            long all = counts.values().stream().mapToLong(Long::longValue).sum();
            long same = counts.getOrDefault(Status.UNCHANGED, 0L);
            long refused = counts.getOrDefault(Status.REFUSED, 0L);
            return French.count(all - same - refused, "nouvelle", "nouvelles")
                    + ", " + same + " sans changement, "
                    + French.count(refused, "refusée", "refusées");
        }
    }
}
