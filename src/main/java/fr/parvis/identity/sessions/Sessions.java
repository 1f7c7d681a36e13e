package fr.parvis.identity.sessions;

import fr.parvis.identity.SessionEnded;
import fr.parvis.identity.guessing.KnownDevices;
import fr.parvis.kernel.Token;
import fr.parvis.kernel.Viewer;
import fr.parvis.organisation.Membership;
import fr.parvis.organisation.Organisation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signs devices in and out. */
@Service
public class Sessions {

    private final SessionTable table;
    private final SignInJournal journal;
    private final SessionCookie cookie;
    private final Organisation organisation;
    private final RandomGenerator random;
    private final ApplicationEventPublisher events;
    private final KnownDevices devices;

    Sessions(
            SessionTable table,
            SignInJournal journal,
            SessionCookie cookie,
            Organisation organisation,
            RandomGenerator random,
            ApplicationEventPublisher events,
            KnownDevices devices) {
        this.table = table;
        this.journal = journal;
        this.cookie = cookie;
        this.organisation = organisation;
        this.random = random;
        this.events = events;
        this.devices = devices;
    }

    /** Signs this device in under a new token; whatever session it had before is ended. */
    @Transactional
    public void open(UUID account, Entry entry, HttpServletRequest request, HttpServletResponse response) {
        cookie.read(request).ifPresent(former -> tell(table.delete(former.hash())));
        var token = Token.next(random);
        var device = Device.of(request.getHeader("User-Agent"));
        table.insert(token.hash(), account, device, entry);
        journal.add(account, device, entry.methods());
        cookie.write(response, token);
        devices.remember(account, request, response);
    }

    /** Signs this device out; gives the proof of the session at an identity provider, if it came through one. */
    @Transactional
    public Optional<String> end(HttpServletRequest request, HttpServletResponse response) {
        cookie.remove(response);
        return cookie.read(request).flatMap(token -> {
            var ended = table.delete(token.hash());
            tell(ended);
            return ended.stream().flatMap(session -> session.idToken().stream()).findFirst();
        });
    }

    /** Whether the person on this device showed who they are within this time. */
    public boolean isConfirmed(HttpServletRequest request, Duration within) {
        return cookie.read(request)
                .filter(token -> table.isConfirmed(token.hash(), within))
                .isPresent();
    }

    /** Whether the person on this device came in at this moment or later, and showed two factors. */
    public boolean isStrongSince(HttpServletRequest request, Instant moment) {
        return cookie.read(request)
                .filter(token -> table.isStrongSince(token.hash(), moment))
                .isPresent();
    }

    /** Notes that the person on this device just showed again who they are. */
    public void confirm(HttpServletRequest request) {
        cookie.read(request).ifPresent(token -> table.confirm(token.hash()));
    }

    /** Signs one device of this person out; does nothing when it is not theirs. */
    @Transactional
    public void end(UUID account, UUID session) {
        tell(table.delete(account, session));
    }

    /** Signs every device of this person out. */
    @Transactional
    public void endAll(UUID account) {
        tell(table.deleteAll(account));
    }

    /** Signs out every device of this person but the one that asks. */
    @Transactional
    public void endOthers(UUID account, HttpServletRequest request) {
        tell(table.deleteOthers(account, currentHash(request)));
    }

    /** Signs out the devices of this person where they showed one factor only. */
    @Transactional
    public void endWeak(UUID account) {
        tell(table.deleteWeak(account));
    }

    /** The devices of this person, the one that asks first. */
    public List<OpenSession> of(UUID account, HttpServletRequest request) {
        return table.of(account, currentHash(request));
    }

    /** The session of the device that asks, if somebody is signed in on it. */
    public Optional<CurrentSession> current(HttpServletRequest request) {
        return cookie.read(request).flatMap(token -> table.current(token.hash()));
    }

    /** Who is signed in on the device that asks, if anybody; notes that it was seen. */
    Optional<Viewer> viewer(HttpServletRequest request) {
        return cookie.read(request)
                .map(Token::hash)
                .flatMap(hash -> table.holder(hash).map(holder -> {
                    table.touch(hash, holder);
                    return viewer(holder);
                }));
    }

    private void tell(List<SessionTable.Ended> ended) {
        ended.forEach(session -> events.publishEvent(new SessionEnded(session.id(), session.account())));
    }

    boolean mayHold(HttpServletRequest request) {
        return cookie.read(request).isPresent();
    }

    private Viewer viewer(SessionTable.Holder holder) {
        if (!holder.staff() || !holder.strong()) { // no door opens a weak session to a colleague; none gives rights
            return new Viewer(holder.account(), holder.firstName(), holder.lastName(), Set.of(), false);
        }
        var units = organisation.memberships(holder.account()).stream()
                .map(Membership::unit)
                .collect(Collectors.toSet());
        var administrator = organisation.isAdministrator(holder.account());
        return new Viewer(holder.account(), holder.firstName(), holder.lastName(), units, administrator);
    }

    private byte[] currentHash(HttpServletRequest request) {
        return cookie.read(request).orElseGet(() -> new Token("")).hash();
    }
}
