package fr.parvis.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Habits that every module keeps. */
class ConventionTests {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("fr.parvis");

    @Test
    void timeComesFromTheInjectedClock() {
        noClasses()
                .should()
                .callCodeUnitWhere(target(describe("ask the system for the time", ConventionTests::asksTheSystem)))
                .check(MAIN);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields().should().beAnnotatedWith(Autowired.class).check(MAIN);
    }

    /** Spring cannot see a private method: the annotation would do nothing. */
    @Test
    void noTransactionIsAskedForInVain() {
        noMethods()
                .that()
                .areAnnotatedWith(Transactional.class)
                .should()
                .bePrivate()
                .orShould()
                .beFinal()
                .allowEmptyShould(true)
                .check(MAIN);
    }

    private static boolean asksTheSystem(CodeUnitCallTarget target) {
        return target.getFullName().equals("java.lang.System.currentTimeMillis()")
                || target.getFullName().matches("java\\.time\\.\\w+\\.now\\(\\)");
    }
}
