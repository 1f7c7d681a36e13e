package fr.parvis.applications.trial;

import fr.parvis.applications.Application;
import java.util.List;

/** A whole conversation that we played in the vendor's place. */
public record FullTrialPage(Application application, List<Scene> scenes) {

    public FullTrialPage {
        scenes = List.copyOf(scenes);
    }

    public boolean good() {
        return scenes.stream().allMatch(Scene::good);
    }

    public String path() {
        return TrialController.path(application.id());
    }
}
