package fr.parvis.casefiles.desk;

import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.DeskEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The queues in the agents' menu. */
@Configuration(proxyBeanMethods = false)
class DeskMenu {

    @Bean
    @Order(1)
    DeskEntry toDoEntry() {
        return new QueueEntry("À traiter", "/bureau");
    }

    @Bean
    @Order(2)
    DeskEntry waitingEntry() {
        return new QueueEntry("En attente de l’usager", "/bureau/en-attente");
    }

    @Bean
    @Order(3)
    DeskEntry decidedEntry() {
        return new QueueEntry("Décidés", "/bureau/decides");
    }

    private record QueueEntry(String label, String href) implements DeskEntry {

        @Override
        public boolean isFor(Viewer viewer) {
            return viewer.isAgent();
        }
    }
}
