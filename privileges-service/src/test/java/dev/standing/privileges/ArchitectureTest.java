package dev.standing.privileges;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.scheduler.Scheduled;

@AnalyzeClasses(packages = "dev.standing.privileges", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CIRCLE =
            slices().matching("dev.standing.privileges.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_DOMAIN_KNOWS_NO_PLATFORM = noClasses()
            .that()
            .resideInAnyPackage("..condition..", "..policy..", "..grants..")
            .and()
            .haveSimpleNameNotEndingWith("Store")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("io.quarkus..", "jakarta..", "io.vertx..", "org.apache.kafka..", "io.smallrye..")
                            .and(not(type(RegisterForReflection.class)))); // a mark on a type is no call

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
    static final ArchRule ROUTES_REACH_NEITHER_DATABASE_NOR_BROKER = noClasses()
            .that()
            .resideInAnyPackage("..checks..", "..perks..", "..members..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..intake..",
                    "..relay..",
                    "dev.standing.database..",
                    "dev.standing.delivery..",
                    "io.vertx..",
                    "org.apache.kafka..")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Store");
}
