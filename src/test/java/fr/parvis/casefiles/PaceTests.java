package fr.parvis.casefiles;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.kernel.French;
import fr.parvis.kernel.Viewer;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParvisTest
class PaceTests {

    private static final String SLUG = FormAnswers.BIRTH;

    @Autowired
    Pace pace;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    CaseCast cast;
    Viewer zoe;

    @BeforeEach
    void nothingOfThisProcedureIsDecidedYet(@Autowired AutowireCapableBeanFactory beans) {
        cast = beans.createBean(CaseCast.class);
        zoe = cast.resident();
        forget();
    }

    @AfterEach
    void forget() {
        jdbc.sql("update casefiles.case_file set decided_at = null where procedure = :slug")
                .param("slug", SLUG)
                .update();
        pace.compute();
    }

    @Test
    void nineteenCasesAreTooFewToSayAnything() {
        decided(19);
        pace.compute();
        assertThat(pace.of(SLUG)).isEmpty();
        var standing = ledger.find(cast.file(zoe, SLUG)).orElseThrow().standing();
        assertThat(standing.expectedFrom()).isNull();
        assertThat(standing.expectedTo()).isNull();
    }

    /** Twenty cases of 1 to 20 days: the middle half is from 5.75 to 15.25 days. */
    @Test
    void twentyCasesTellTheMiddleHalf() {
        decided(20);
        pace.compute();
        assertThat(pace.of(SLUG)).hasValue("entre 6 et 16\u00a0jours");
        var standing = ledger.find(cast.file(zoe, SLUG)).orElseThrow().standing();
        assertThat(standing.expectedFrom()).isEqualTo(French.day(Instant.now()).plusDays(6));
        assertThat(standing.expectedTo()).isEqualTo(French.day(Instant.now()).plusDays(16));
    }

    @Test
    void timeWaitedForTheResidentAndSilenceDoNotCount() {
        decided(20);
        jdbc.sql("update casefiles.case_file set waited_seconds = extract(epoch from decided_at - filed_at) - 86400"
                        + " where procedure = :slug and decided_at is not null")
                .param("slug", SLUG)
                .update();
        pace.compute();
        assertThat(pace.of(SLUG)).hasValue("1\u00a0jour");
        jdbc.sql("update casefiles.case_file set implicit = true where procedure = :slug and decided_at is not null")
                .param("slug", SLUG)
                .update();
        pace.compute();
        assertThat(pace.of(SLUG)).isEmpty();
        jdbc.sql("update casefiles.case_file set implicit = false where procedure = :slug")
                .param("slug", SLUG)
                .update();
    }

    /** Cases decided after 1, 2, 3… days. */
    private void decided(int cases) {
        IntStream.rangeClosed(1, cases)
                .forEach(days -> jdbc.sql("""
                        update casefiles.case_file set filed_at = now() - make_interval(days => :days),
                            decided_at = now(), waited_seconds = 0 where reference = :reference
                        """)
                        .param("days", days)
                        .param("reference", cast.file(zoe, SLUG).value())
                        .update());
    }
}
