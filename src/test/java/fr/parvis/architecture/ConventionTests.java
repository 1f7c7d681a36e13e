package fr.parvis.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.parvis.kernel.web.Access;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RequestMapping;

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
    void everyHandlerSaysWhoMayCallIt() {
        methods()
                .that(describe("answer requests", ConventionTests::answersRequests))
                .should(be(describe("marked with @Access", ConventionTests::saysWhoMayCallIt)))
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

    private static boolean answersRequests(JavaMethod method) {
        return method.isMetaAnnotatedWith(RequestMapping.class)
                && !method.getOwner().isAssignableTo(ErrorController.class);
    }

    private static boolean saysWhoMayCallIt(JavaMethod method) {
        return method.isAnnotatedWith(Access.class) || method.getOwner().isAnnotatedWith(Access.class);
    }
}
