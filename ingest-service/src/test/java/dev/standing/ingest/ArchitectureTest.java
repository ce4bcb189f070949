package dev.standing.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.Future;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

@AnalyzeClasses(packages = "dev.standing.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CYCLES =
            slices().matching("dev.standing.ingest.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule WHAT_ROUTES_STAND_ON_KNOWS_NO_ROUTES = noClasses()
            .that()
            .resideInAnyPackage(
                    "..ingest.admission..",
                    "..ingest.journal..",
                    "..ingest.ledger..",
                    "..ingest.lines..",
                    "..ingest.outcome..",
                    "..ingest.relay..",
                    "..ingest.setup..")
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith(Path.class);

    @ArchTest
    static final ArchRule ENTITIES_STAY_IN_THEIR_FEATURE =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    /** Its session would open, or not, before the method does: a database that is away would be a trace each time and not what the method says. */
    @ArchTest
    static final ArchRule WHAT_IS_SCHEDULED_OPENS_ITS_SESSION_ITSELF = noMethods()
            .that()
            .areAnnotatedWith(Scheduled.class)
            .should()
            .beAnnotatedWith(WithSession.class)
            .orShould()
            .beAnnotatedWith(WithTransaction.class);

    @ArchTest
    static final ArchRule RAW_SQL_IS_THE_LEDGERS_ALONE = noClasses()
            .that()
            .resideInAnyPackage(
                    "..ingest.consents..",
                    "..ingest.imports..",
                    "..ingest.members..",
                    "..ingest.records..",
                    "..ingest.ties..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.sqlclient..", "io.vertx.mutiny.sqlclient..", "io.vertx.pgclient..");

    @ArchTest
    static final ArchRule IMPORTS_OWN_NO_TABLE = noClasses()
            .that()
            .resideInAPackage("..ingest.imports..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..ingest.journal..", "org.hibernate..", "dev.standing.database..");

    /** A filter speaks to the server itself. */
    @ArchTest
    static final ArchRule ONE_LANGUAGE_FOR_WHAT_COMES_LATER = noClasses()
            .that()
            .resideOutsideOfPackage("..ingest.setup..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(
                    Future.class,
                    CompletableFuture.class,
                    CompletionStage.class,
                    RunOnVirtualThread.class,
                    StreamingOutput.class,
                    Thread.class);

    @ArchTest
    static final ArchRule ONLY_THE_RELAY_SPEAKS_TO_THE_BROKER = noClasses()
            .that()
            .resideOutsideOfPackages("..ingest.relay..", "..ingest.progress..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule NO_OTHER_SERVICE_IS_KNOWN = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.standing.scoring..", "dev.standing.privileges..", "dev.standing.influence..");
}
