package fr.parvis.demo.vendors;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Vendors’ programs know the public contract only: not a class of Parvis is within their reach. */
class IndependenceTests {

    private static final List<String> HOUSES = List.of(
            "fr.parvis.demo.vendors",
            "fr.parvis.demo.vendors.html",
            "fr.parvis.demo.vendors.linking",
            "fr.parvis.demo.programs",
            "fr.parvis.demo.mediatheque",
            "fr.parvis.demo.conservatoire",
            "fr.parvis.demo.stationnement",
            "fr.parvis.demo.courrier");

    @Test
    void noVendorUsesAClassOfParvis() {
        var programs = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(HOUSES);

        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe("are of Parvis itself", IndependenceTests::isOurs))
                .check(programs);
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith("fr.parvis") && !HOUSES.contains(type.getPackageName());
    }
}
