package fr.parvis.partners.feeds.files;

import fr.parvis.partners.Partner;
import fr.parvis.partners.Partners;
import fr.parvis.partners.contract.Fault;
import fr.parvis.partners.feeds.Feeds;
import fr.parvis.partners.feeds.Mapping;
import fr.parvis.partners.feeds.files.FeedFile.Channel;
import fr.parvis.partners.feeds.files.FeedFile.State;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the files that wait: by the thousand lines, so that what was read stays read whatever happens next. */
@Component
class FileReading {

    private static final int AT_A_TIME = 1_000;

    private final FeedFileTable table;
    private final FeedFiles files;
    private final Partners partners;
    private final Feeds feeds;
    private final MailedAcknowledgement mailed;
    private final TransactionTemplate transaction;

    FileReading(
            FeedFileTable table,
            FeedFiles files,
            Partners partners,
            Feeds feeds,
            MailedAcknowledgement mailed,
            TransactionTemplate transaction) {
        this.table = table;
        this.files = files;
        this.partners = partners;
        this.feeds = feeds;
        this.mailed = mailed;
        this.transaction = transaction;
    }

    /**
     * Whether nothing is left to do. There is while a file of the same partner waits that came before, for the last one
     * read says how things stand; or when it was to be read once more meanwhile.
     */
    boolean read(UUID id) {
        if (!table.isBehindAnother(id)) {
            waiting(id).ifPresent(this::read);
        }
        return waiting(id).isEmpty();
    }

    private Optional<FeedFile> waiting(UUID id) {
        return table.find(id).filter(file -> file.state() == State.RECEIVED);
    }

    /** Reads it as it was found; nothing comes of that if it is to be read once more meanwhile. */
    void read(FeedFile file) {
        var partner = partners.find(file.partner()).orElseThrow();
        var mapping = feeds.mapping(partner);
        if (partner.suspended()) {
            end(partner, file, new Fault("suspended", "", "La ville a suspendu cette liaison : écrivez-lui."));
        } else if (mapping.isEmpty()) {
            end(partner, file, new Fault("no-mapping", "", "La ville n’a pas encore dit comment lire vos fichiers."));
        } else {
            read(partner, mapping.get(), file);
        }
    }

    private void read(Partner partner, Mapping mapping, FeedFile file) {
        switch (Sheet.read(table.content(file.id()), mapping.columns()::contains)) {
            case Sheet.Outcome.Unreadable(var fault) -> end(partner, file, fault);
            case Sheet.Outcome.Read(var sheet) -> {
                Set<String> missing = new HashSet<>(mapping.columns());
                missing.removeAll(sheet.columns());
                if (missing.isEmpty()) {
                    take(partner, mapping, file, sheet);
                } else {
                    end(partner, file, missing(missing, sheet));
                }
            }
        }
    }

    private void take(Partner partner, Mapping mapping, FeedFile file, Sheet sheet) {
        var rows = sheet.rows();
        for (int from = 0; from < rows.size(); from += AT_A_TIME) {
            var some = rows.subList(from, Math.min(rows.size(), from + AT_A_TIME));
            transaction.executeWithoutResult(status -> {
                if (table.isCurrent(file)) {
                    table.insert(file.id(), feeds.take(partner, mapping, some, file.receivedAt()));
                }
            });
        }
        end(partner, file, null);
    }

    private void end(Partner partner, FeedFile file, @Nullable Fault fault) {
        transaction.executeWithoutResult(status -> {
            if (!table.isCurrent(file)) {
                return; // it is to be read from its first line, once more
            }
            table.end(file.id(), fault == null ? State.READ : State.REFUSED, fault);
            var ended = table.find(file.id()).orElseThrow();
            var lines = table.lines(file.id());
            table.acknowledge(file.id(), Acknowledgement.bytes(ended, lines).length);
            if (ended.channel() == Channel.MAIL) {
                mailed.send(partner, ended, lines);
            }
            files.readNext(partner);
        });
    }

    private static Fault missing(Set<String> missing, Sheet sheet) {
        return new Fault(
                "missing-columns",
                "",
                "Il manque les colonnes " + quoted(missing) + ". Le fichier a : " + quoted(sheet.columns()) + ".");
    }

    private static String quoted(Set<String> names) {
        return names.stream().sorted().map(name -> "« " + name + " »").collect(Collectors.joining(", "));
    }
}
