package fr.parvis.casefiles.desk;

import fr.parvis.casefiles.desk.Desk.View;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.DeskEntry;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The queues in the agents' menu. */
@Configuration(proxyBeanMethods = false)
class DeskMenu {

    @Bean
    @Order(1)
    DeskEntry toDoEntry(Desk desk) {
        return new QueueEntry("À traiter", "/bureau", viewer -> inWords(desk.count(viewer, View.TO_DO)));
    }

    @Bean
    @Order(2)
    DeskEntry waitingEntry(Desk desk) {
        return new QueueEntry(
                "En attente de l’usager", "/bureau/en-attente", viewer -> inWords(desk.count(viewer, View.WAITING)));
    }

    @Bean
    @Order(3)
    DeskEntry elsewhereEntry(Desk desk) {
        return new QueueEntry(
                "Chez un partenaire",
                "/bureau/chez-un-partenaire",
                viewer -> inWords(desk.count(viewer, View.ELSEWHERE)));
    }

    @Bean
    @Order(4)
    DeskEntry decidedEntry() {
        return new QueueEntry("Décidés", "/bureau/decides", viewer -> "");
    }

    private static String inWords(int count) {
        return count < Desk.COUNTED ? String.valueOf(count) : (Desk.COUNTED - 1) + "+";
    }

    private record QueueEntry(String label, String href, Function<Viewer, String> counted) implements DeskEntry {

        @Override
        public String count(Viewer viewer) {
            return counted.apply(viewer);
        }

        @Override
        public boolean isFor(Viewer viewer) {
            return viewer.isAgent();
        }
    }
}
