package dev.standing.scoring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.standing.scoring", importOptions = ImportOption.DoNotIncludeTests.class)
class BoundariesTest {
    @ArchTest
    static final ArchRule featuresFormNoCircle =
            slices().matching("dev.standing.scoring.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule scorecardKnowsNoFrameworkNoDatabaseAndNoClock = noClasses()
            .that()
            .resideInAPackage("..scorecard..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..", "io.vertx..", "io.smallrye..", "org.apache.kafka..", "jakarta..", "java.time..");

    @ArchTest
    static final ArchRule onlyTheDoorSpeaksHttp = noClasses()
            .that()
            .resideOutsideOfPackage("..web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..");

    @ArchTest
    static final ArchRule noServiceKnowsAnother = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.standing.ingest..", "dev.standing.privileges..", "dev.standing.local..");
}
