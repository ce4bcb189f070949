package dev.standing.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;

@AnalyzeClasses(packages = "dev.standing.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CYCLES =
            slices().matching("dev.standing.ingest.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_DOOR_AND_THE_LEDGER_KNOW_NO_ROUTES = noClasses()
            .that()
            .resideInAnyPackage("..ingest.door..", "..ingest.ledger..", "..ingest.lines..", "..ingest.relay..")
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith(Path.class);

    @ArchTest
    static final ArchRule ENTITIES_STAY_IN_THEIR_FEATURE =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule ONLY_THE_RELAY_SPEAKS_TO_THE_BROKER = noClasses()
            .that()
            .resideOutsideOfPackages("..ingest.relay..", "..ingest.progress..", "..ingest.health..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule NO_OTHER_SERVICE_IS_KNOWN = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.standing.scoring..", "dev.standing.privileges..", "dev.standing.influence..");
}
