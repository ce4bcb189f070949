package dev.standing.influence;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses KERNEL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.standing.influence");

    @Test
    void theKernelKnowsNeitherFrameworkNorClockNorLogNorDatabase() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.standing.influence..",
                        "java.io",
                        "java.lang..",
                        "java.math",
                        "java.nio..",
                        "java.security",
                        "java.time",
                        "java.util",
                        "java.util.concurrent..",
                        "java.util.function",
                        "java.util.zip",
                        "javax.crypto..",
                        "org.jspecify.annotations")
                .check(KERNEL);
        noClasses()
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.time.InstantSource.class)
                .orShould()
                .dependOnClassesThat()
                .haveSimpleName("LocalDate")
                .check(KERNEL);
    }

    @Test
    void packagesBuildOnEachOtherOneWayAndTheEngineOnAll() {
        slices().matching("dev.standing.influence.(**)")
                .should()
                .beFreeOfCycles()
                .check(KERNEL);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.standing.influence")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.standing.influence")
                .check(KERNEL);
    }

    @Test
    void rowsKnowNothingOfWhatIsBuiltOnThem() {
        noClasses()
                .that()
                .resideInAnyPackage("..store..", "..rows..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..sweep..", "..incremental..", "..analysis..", "..snapshot..")
                .check(KERNEL);
        noClasses()
                .that()
                .resideInAnyPackage("..sweep..", "..incremental..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..analysis..", "..snapshot..")
                .check(KERNEL);
    }
}
