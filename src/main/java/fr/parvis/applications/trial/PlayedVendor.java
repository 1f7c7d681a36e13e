package fr.parvis.applications.trial;

import fr.parvis.applications.Application;
import fr.parvis.applications.Application.Protocol;
import fr.parvis.applications.Applications;
import fr.parvis.applications.hearing.Trials;
import fr.parvis.kernel.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Us in the vendor's place, by a stand-in: an application for one conversation, with the same name, protocol and claims,
 * whose people come back to us. The vendor's own registration is not loosened, its secret not needed.
 */
@Service
class PlayedVendor {

    private final Applications applications;
    private final Trials trials;
    private final OpenIdPart openId;
    private final CasPart cas;
    private final Settings settings;

    PlayedVendor(Applications applications, Trials trials, OpenIdPart openId, CasPart cas, Settings settings) {
        this.applications = applications;
        this.trials = trials;
        this.openId = openId;
        this.cas = cas;
        this.settings = settings;
    }

    /** Where to send the administrator's browser, as the vendor would. */
    @Transactional
    String begin(Application application) {
        var standIn = standIn(application);
        applications.standIn(standIn, application.id());
        trials.include(application.id());
        return standIn.protocol() == Protocol.CAS ? CasPart.login(standIn) : openId.authorize(standIn);
    }

    /** The rest of the conversation, once the browser is back; none when nothing was begun, or it is over. */
    Optional<List<Scene>> goOn(Application application, Map<String, List<String>> parameters) {
        var standIn = applications.standInFor(application.id());
        try {
            return standIn.map(
                    it -> it.protocol() == Protocol.CAS ? cas.goOn(it, parameters) : openId.goOn(it, parameters));
        } finally {
            applications.endStandIn(application.id());
        }
    }

    private Application standIn(Application of) {
        var id = UUID.randomUUID();
        return new Application(
                id,
                "essai-" + id,
                of.name(),
                of.purpose(),
                of.contact(),
                of.protocol(),
                List.of(settings.url(TrialController.path(of.id()) + TrialController.BACK)),
                List.of(),
                null,
                of.claims(),
                null,
                of.algorithm(),
                false,
                false);
    }
}
