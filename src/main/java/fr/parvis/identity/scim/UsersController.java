package fr.parvis.identity.scim;

import fr.parvis.identity.scim.protocol.Body;
import fr.parvis.identity.scim.protocol.Filter;
import fr.parvis.identity.scim.protocol.Outcome;
import fr.parvis.identity.scim.protocol.Paging;
import fr.parvis.identity.scim.protocol.Patch;
import fr.parvis.identity.scim.protocol.Refusal;
import fr.parvis.identity.scim.protocol.Selection;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Those who work for the town, to the directory; {@link Gate} lets nobody else in. */
@RestController
@RequestMapping(Gate.PATH + "/Users")
@Access(Audience.EVERYBODY)
class UsersController {

    private final Users users;
    private final UserTable table;
    private final Resources resources;
    private final Writes writes;

    UsersController(Users users, UserTable table, Resources resources, Writes writes) {
        this.users = users;
        this.table = table;
        this.resources = resources;
        this.writes = writes;
    }

    @GetMapping
    ResponseEntity<String> list(HttpServletRequest request) {
        var filter = request.getParameter("filter");
        var sought = (filter == null ? Outcome.done(Filter.none()) : Filter.parse(filter)).then(Sought::of);
        var paging = Paging.of(request.getParameter("startIndex"), request.getParameter("count"));
        return Answer.send(request, sought.then(whom -> paging.map(part -> list(request, whom, part))));
    }

    @GetMapping("/{id}")
    ResponseEntity<String> show(@PathVariable String id, HttpServletRequest request) {
        return Answer.send(
                request, find(id).map(user -> Answer.ok(selection(request).of(resources.of(user)))));
    }

    @PostMapping
    ResponseEntity<String> create(HttpServletRequest request) {
        var said = Body.read(request).then(Described::read);
        return Answer.send(
                request,
                said.then(person -> writes.run(() -> users.create(person)))
                        .map(user -> Answer.created(resources.of(user))));
    }

    @PutMapping("/{id}")
    ResponseEntity<String> replace(@PathVariable String id, HttpServletRequest request) {
        return change(id, request, body -> Outcome.done(former -> Outcome.done(body)));
    }

    @PatchMapping("/{id}")
    ResponseEntity<String> patch(@PathVariable String id, HttpServletRequest request) {
        return change(id, request, body -> Patch.read(body).map(patch -> patch::applyTo));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<String> remove(@PathVariable String id, HttpServletRequest request) {
        return Answer.send(
                request,
                writes.run(() -> find(id).then(user ->
                                Versions.match(request, resources.of(user)).then(former -> users.remove(user))))
                        .map(user -> Answer.nothing()));
    }

    /** @param reader makes of the body what turns the resource as it is into the resource as it shall be */
    private ResponseEntity<String> change(
            String id,
            HttpServletRequest request,
            Function<ObjectNode, Outcome<Function<ObjectNode, Outcome<ObjectNode>>>> reader) {
        var wish = Body.read(request).then(reader);
        return Answer.send(
                request,
                wish.then(turn -> writes.run(() -> find(id).then(user -> Versions.match(request, resources.of(user))
                                .then(turn)
                                .then(Described::read)
                                .then(said -> users.replace(user, said)))))
                        .map(user -> Answer.ok(resources.of(user))));
    }

    private Answer list(HttpServletRequest request, Sought sought, Paging paging) {
        var selection = selection(request);
        return Answer.list(
                table.count(sought),
                paging.start(),
                table.find(sought, paging).stream()
                        .map(user -> selection.of(resources.of(user)))
                        .toList());
    }

    private Outcome<DirectoryUser> find(String id) {
        return Resources.id(id)
                .flatMap(table::find)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(
                        Refusal.of(HttpStatus.NOT_FOUND, "Personne n’a l’identifiant « " + id + " » dans Parvis.")));
    }

    private static Selection selection(HttpServletRequest request) {
        return Selection.of(request.getParameter("attributes"), request.getParameter("excludedAttributes"));
    }
}
