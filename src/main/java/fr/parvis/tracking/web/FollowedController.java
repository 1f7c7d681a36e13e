package fr.parvis.tracking.web;

import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.tracking.FollowedKind;
import fr.parvis.tracking.Ledger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** One address for everything that is followed, whichever module shows it. */
@Controller
@Access(Audience.SIGNED_IN)
class FollowedController {

    private final Ledger ledger;
    private final Map<String, FollowedKind> kinds;

    FollowedController(Ledger ledger, List<FollowedKind> kinds) {
        this.ledger = ledger;
        this.kinds = kinds.stream().collect(Collectors.toMap(FollowedKind::kind, Function.identity()));
    }

    @GetMapping("/suivi/{reference}")
    ModelAndView show(@PathVariable String reference, Viewer viewer) {
        var item = Reference.parse(reference).flatMap(ledger::find).orElseThrow(NotFoundException::new);
        return Objects.requireNonNull(kinds.get(item.kind()), item.kind()).show(item.reference(), viewer);
    }
}
