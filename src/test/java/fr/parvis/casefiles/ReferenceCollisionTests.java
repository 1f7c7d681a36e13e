package fr.parvis.casefiles;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.casefiles.Filing.Reviewed;
import fr.parvis.casefiles.applicants.Applicants;
import fr.parvis.documents.Documents;
import fr.parvis.kernel.Viewer;
import fr.parvis.procedures.Procedures;
import fr.parvis.testing.ParvisTest;
import java.time.Clock;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

@ParvisTest
class ReferenceCollisionTests {

    private static final int DRAWS_OF_A_REFERENCE = 8;

    @Autowired
    Procedures procedures;

    @Autowired
    DraftRepository drafts;

    @Autowired
    CaseRepository cases;

    @Autowired
    CasePapers papers;

    @Autowired
    Standings standings;

    @Autowired
    Applicants applicants;

    @Autowired
    Documents documents;

    @Autowired
    CaseMails mails;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    CaseCast cast;

    @BeforeEach
    void people(@Autowired AutowireCapableBeanFactory beans) {
        cast = beans.createBean(CaseCast.class);
    }

    @Test
    void aReferenceThatIsTakenIsDrawnAgain() {
        var zoe = cast.resident();
        var paul = cast.resident("Paul", "Arnaud");
        long seed = System.nanoTime();
        var first = file(zoe, new Random(seed));
        var second = file(paul, new Repeating(seed));
        assertThat(first).isInstanceOf(FilingOutcome.Filed.class);
        assertThat(second).isInstanceOf(FilingOutcome.Filed.class).isNotEqualTo(first);
        assertThat(cast.subjectsTo(paul)).hasSize(1);
    }

    private FilingOutcome file(Viewer viewer, RandomGenerator random) {
        var filing = new Filing(drafts, cases, papers, standings, applicants, documents, mails, random, clock);
        var draft = cast.fill(viewer, FormAnswers.PARKING);
        var procedure = procedures.current(FormAnswers.PARKING).orElseThrow();
        return transaction.execute(status -> filing.file(viewer, procedure, new Reviewed(draft.id(), draft.version())));
    }

    /** Gives twice what a generator of this seed gives for a reference, then goes on. */
    private static final class Repeating implements RandomGenerator {

        private final long seed;
        private Random random;
        private int drawn;

        Repeating(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
        }

        @Override
        public long nextLong() {
            return random.nextLong();
        }

        @Override
        public int nextInt(int bound) {
            if (drawn++ == DRAWS_OF_A_REFERENCE) {
                random = new Random(seed);
            }
            return random.nextInt(bound);
        }
    }
}
