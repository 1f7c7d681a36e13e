package fr.parvis.partners.feeds.files;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import fr.parvis.partners.Partner;
import fr.parvis.partners.feeds.RowOutcome;
import fr.parvis.partners.feeds.files.FeedFile.Channel;
import fr.parvis.partners.feeds.files.FeedFile.State;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files of partners: kept when they come, read in the background, and kept a while to be read again. */
@Service
public class FeedFiles {

    /** The largest file, in bytes. */
    public static final int LARGEST = 20_000_000;

    static final TaskDescriptor<Void> READ = TaskDescriptor.of("partners-read-file");

    private static final int LONGEST_NAME = 120;

    private final FeedFileTable table;
    private final MailedAcknowledgement mailed;
    private final SchedulerClient scheduler;
    private final Clock clock;

    FeedFiles(FeedFileTable table, MailedAcknowledgement mailed, SchedulerClient scheduler, Clock clock) {
        this.table = table;
        this.mailed = mailed;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * Keeps a file, to be read in a moment. The same file twice is the same file; it is read again when others came in
     * between, for what it says is true again.
     */
    @Transactional
    public FileOutcome receive(Partner partner, Channel channel, String name, byte[] content) {
        if (content.length == 0 || content.length > LARGEST) {
            if (channel == Channel.MAIL) {
                mailed.sendWrongSize(partner, shortName(name), content.length == 0);
            }
            return new FileOutcome.WrongSize();
        }
        var digest = digest(content);
        var file = new FeedFile(
                UUID.randomUUID(), partner.id(), channel, shortName(name), State.RECEIVED, Instant.EPOCH, 0, null);
        if (table.insert(file, digest, content)) {
            schedule(file.id());
            return new FileOutcome.Kept(file.id());
        }
        return again(partner, file, table.same(partner.id(), digest));
    }

    /** Tells a partner that none of the files of a message was read, for there are more than so many. */
    @Transactional
    public void refuseMail(Partner partner, int most) {
        mailed.sendTooMany(partner, most);
    }

    private FileOutcome again(Partner partner, FeedFile file, UUID same) {
        if (!table.isNewest(same)) {
            table.receiveAgain(same, file.channel(), file.name());
            schedule(same);
            return new FileOutcome.Kept(same);
        }
        if (file.channel() == Channel.MAIL) {
            mailed.sendKnown(partner, file.name(), table.find(same).orElseThrow());
        }
        return new FileOutcome.Known(same);
    }

    /**
     * Reads a file again, from its first line. What was taken before is not taken twice, and what has changed since it came
     * stays.
     */
    @Transactional
    public void replay(FeedFile file) {
        table.begin(file.id());
        schedule(file.id());
    }

    /** The oldest file of this partner that waits need wait no longer. */
    @Transactional
    void readNext(Partner partner) {
        table.oldestWaiting(partner.id()).ifPresent(this::schedule);
    }

    /** A file of this partner. */
    public Optional<FeedFile> find(Partner partner, UUID file) {
        return table.find(file).filter(one -> one.partner().equals(partner.id()));
    }

    /** The last files of a partner, newest first. */
    public List<FeedFile> recent(Partner partner, int most) {
        return table.recent(partner.id(), most);
    }

    /** What became of its lines. */
    public List<RowOutcome> lines(FeedFile file) {
        return table.lines(file.id());
    }

    /** How many lines became what. */
    public Map<RowOutcome.Status, Long> counts(FeedFile file) {
        return table.counts(file.id());
    }

    /** The acknowledgements that are ready, of the newest file of each name; newest first. */
    public List<Acknowledged> acknowledged(Partner partner, int most) {
        return table.acknowledged(partner.id(), most);
    }

    /** The whole acknowledgement of a file of this partner, once it was read. */
    public Optional<byte[]> acknowledgement(Partner partner, UUID file) {
        return find(partner, file)
                .filter(one -> one.state() != State.RECEIVED)
                .map(one -> Acknowledgement.bytes(one, lines(one)));
    }

    private void schedule(UUID file) {
        try {
            scheduler.schedule(
                    READ.instance(file.toString()).build(), clock.now(), ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
        } catch (TaskInstanceCurrentlyExecutingException beingRead) {
            // it goes on as long as the file is to be read
        }
    }

    /** As people see it: no path, nothing that could leave its place in a page or a header. */
    private static String shortName(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\"<>]", "")
                .strip();
        var named = last.isEmpty() ? "sans nom" : last;
        return named.substring(0, Math.min(LONGEST_NAME, named.length()));
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
