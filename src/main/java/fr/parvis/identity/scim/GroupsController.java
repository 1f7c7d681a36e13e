package fr.parvis.identity.scim;

import fr.parvis.identity.scim.protocol.Attributes;
import fr.parvis.identity.scim.protocol.Body;
import fr.parvis.identity.scim.protocol.Filter;
import fr.parvis.identity.scim.protocol.Outcome;
import fr.parvis.identity.scim.protocol.Paging;
import fr.parvis.identity.scim.protocol.Patch;
import fr.parvis.identity.scim.protocol.Refusal;
import fr.parvis.identity.scim.protocol.Selection;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.organisation.Organisation;
import fr.parvis.organisation.Unit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import java.util.stream.Collectors;
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

/** The units and who works in them, to the directory; {@link Gate} lets nobody else in. */
@RestController
@RequestMapping(Gate.PATH + "/Groups")
@Access(Audience.EVERYBODY)
class GroupsController {

    private final Groups groups;
    private final UnitNames units;
    private final Organisation organisation;
    private final Resources resources;
    private final Writes writes;

    GroupsController(Groups groups, UnitNames units, Organisation organisation, Resources resources, Writes writes) {
        this.groups = groups;
        this.units = units;
        this.organisation = organisation;
        this.resources = resources;
        this.writes = writes;
    }

    @GetMapping
    ResponseEntity<String> list(HttpServletRequest request) {
        var asked = request.getParameter("filter");
        var filter = asked == null ? Outcome.done(Filter.none()) : Filter.parse(asked);
        var paging = Paging.of(request.getParameter("startIndex"), request.getParameter("count"));
        return Answer.send(request, filter.then(which -> paging.map(part -> list(request, which, part))));
    }

    @GetMapping("/{id}")
    ResponseEntity<String> show(@PathVariable String id, HttpServletRequest request) {
        return Answer.send(
                request, find(id).map(unit -> Answer.ok(selection(request).of(document(unit)))));
    }

    /** There are the units there are; who sends a group learns under which name it is found. */
    @PostMapping
    ResponseEntity<String> create(HttpServletRequest request) {
        return Answer.send(request, Body.read(request).then(said -> {
            var unit = Attributes.text(said, "displayName").flatMap(units::named);
            return Outcome.refused(
                    unit.isPresent()
                            ? Refusal.uniqueness("Ce service existe déjà : /Groups/"
                                    + unit.get().id() + ".")
                            : forbidden("Les services se créent dans Parvis. Nommez le groupe comme l’un d’eux : "
                                    + names() + "."));
        }));
    }

    @PutMapping("/{id}")
    ResponseEntity<String> replace(@PathVariable String id, HttpServletRequest request) {
        return Answer.send(
                request,
                change(id, request, body -> Outcome.done(former -> Outcome.done(body)))
                        .map(unit -> Answer.ok(document(unit))));
    }

    /** Answered without the members, who may be many. */
    @PatchMapping("/{id}")
    ResponseEntity<String> patch(@PathVariable String id, HttpServletRequest request) {
        return Answer.send(
                request,
                change(id, request, body -> Patch.read(body).map(patch -> patch::applyTo))
                        .map(unit -> Answer.nothing()));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<String> remove(@PathVariable String id, HttpServletRequest request) {
        return Answer.send(
                request,
                find(id).then(unit ->
                        Outcome.refused(forbidden("Les services se suppriment dans Parvis. Retirez-en les membres."))));
    }

    /** @param reader makes of the body what turns the resource as it is into the resource as it shall be */
    private Outcome<Unit> change(
            String id,
            HttpServletRequest request,
            Function<ObjectNode, Outcome<Function<ObjectNode, Outcome<ObjectNode>>>> reader) {
        return Body.read(request)
                .then(reader)
                .then(turn -> writes.run(() -> find(id).then(unit ->
                        Versions.match(request, document(unit)).then(turn).then(said -> groups.replace(unit, said)))));
    }

    private Answer list(HttpServletRequest request, Filter filter, Paging paging) {
        var selection = selection(request);
        return Answer.list(
                organisation.units().stream()
                        .map(this::document)
                        .filter(filter::matches)
                        .map(selection::of)
                        .toList(),
                paging);
    }

    private ObjectNode document(Unit unit) {
        return resources.of(unit, groups.members(unit));
    }

    private String names() {
        return organisation.units().stream().map(Unit::name).collect(Collectors.joining(", "));
    }

    private Outcome<Unit> find(String id) {
        return units.byId(id)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.of(
                        HttpStatus.NOT_FOUND, "Aucun service n’a l’identifiant « " + id + " » dans Parvis.")));
    }

    private static Refusal forbidden(String reason) {
        return Refusal.of(HttpStatus.FORBIDDEN, reason);
    }

    private static Selection selection(HttpServletRequest request) {
        return Selection.of(request.getParameter("attributes"), request.getParameter("excludedAttributes"));
    }
}
