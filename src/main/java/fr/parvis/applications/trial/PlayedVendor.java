package fr.parvis.applications.trial;

import fr.parvis.applications.Application;
import fr.parvis.applications.Application.Protocol;
import fr.parvis.applications.Applications;
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
    private final OpenIdPart openId;
    private final CasPart cas;
    private final Settings settings;

    PlayedVendor(Applications applications, OpenIdPart openId, CasPart cas, Settings settings) {
        this.applications = applications;
        this.openId = openId;
        this.cas = cas;
        this.settings = settings;
    }

    /** Where to send the browser of the administrator whose session this is, as the vendor would. */
    @Transactional
    String begin(Application application, UUID session) {
        var standIn = standIn(application);
        applications.standIn(standIn, application.id(), session);
        return standIn.protocol() == Protocol.CAS ? CasPart.login(standIn) : openId.authorize(standIn);
    }

    /**
     * The rest of the conversation, once the browser is back; none when this session began nothing, or it is over. It is
     * over once all went well: an answer that was made up does not end it.
     */
    Optional<List<Scene>> goOn(Application application, UUID session, Map<String, List<String>> parameters) {
        var scenes = applications
                .standInFor(application.id(), session)
                .map(it -> it.protocol() == Protocol.CAS ? cas.goOn(it, parameters) : openId.goOn(it, parameters));
        if (scenes.isPresent() && scenes.get().stream().allMatch(Scene::good)) {
            applications.endStandIn(application.id());
        }
        return scenes;
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
