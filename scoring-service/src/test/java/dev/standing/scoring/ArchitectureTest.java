package dev.standing.scoring;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

@AnalyzeClasses(packages = "dev.standing.scoring", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "dev.standing.scoring.";

    /** Each feature and those that it may call. */
    private static final Map<String, Set<String>> MAY_CALL = Map.ofEntries(
            Map.entry("calendar", Set.of()),
            Map.entry("setup", Set.of()),
            Map.entry("consents", Set.of()),
            Map.entry("partners", Set.of()),
            Map.entry("ties", Set.of("calendar")),
            Map.entry("activity", Set.of("calendar", "consents")),
            Map.entry("scorecard", Set.of("activity")),
            Map.entry("policy", Set.of("scorecard", "setup")),
            Map.entry("publication", Set.of("policy", "scorecard", "setup")),
            Map.entry("community", Set.of("calendar", "consents", "publication", "scorecard", "ties")),
            Map.entry(
                    "pipeline",
                    Set.of(
                            "activity",
                            "community",
                            "consents",
                            "partners",
                            "policy",
                            "publication",
                            "scorecard",
                            "setup",
                            "ties")),
            Map.entry(
                    "intake",
                    Set.of(
                            "activity",
                            "calendar",
                            "community",
                            "pipeline",
                            "policy",
                            "publication",
                            "scorecard",
                            "setup")),
            Map.entry("reevaluation", Set.of("intake", "pipeline")),
            Map.entry("scores", Set.of("calendar", "policy", "scorecard", "setup")));

    @ArchTest
    static void eachFeatureCallsOnlyThoseThatItMay(JavaClasses all) {
        MAY_CALL.forEach((feature, others) -> classes()
                .that()
                .resideInAPackage(ROOT + feature + "..")
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.not(resideInAPackage("dev.standing.scoring.."))
                        .or(resideInAPackage(ROOT + feature + ".."))
                        .or(resideInAnyOf(others)))
                .check(all));
    }

    @ArchTest
    static void everyFeatureIsListed(JavaClasses all) {
        assertThat(all.stream()
                        .map(type -> type.getPackageName() + ".")
                        .filter(name -> name.startsWith(ROOT) && !name.equals(ROOT))
                        .map(name -> name.substring(ROOT.length()).replaceAll("\\..*", ""))
                        .collect(Collectors.toSet()))
                .isEqualTo(MAY_CALL.keySet());
    }

    private static DescribedPredicate<JavaClass> resideInAnyOf(Set<String> features) {
        return JavaClass.Predicates.resideInAnyPackage(
                features.stream().map(feature -> ROOT + feature + "..").toArray(String[]::new));
    }

    @ArchTest
    static final ArchRule featuresFormNoCircle =
            slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule scorecardKnowsNoFrameworkNoDatabaseAndNoClock = noClasses()
            .that()
            .resideInAPackage("..scorecard..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "io.quarkus..",
                            "io.vertx..",
                            "io.smallrye..",
                            "org.apache.kafka..",
                            "jakarta..",
                            "java.time..")
                    .and(not(type(RegisterForReflection.class)))); // a mark on a type is no call

    @ArchTest
    static final ArchRule onlyResourcesSpeakHttp = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..");

    @ArchTest
    static final ArchRule onlyStoresAskTheDatabase = noClasses()
            .that()
            .resideInAnyPackage(
                    "..community..", "..pipeline..", "..activity..", "..consents..", "..partners..", "..ties..")
            .and()
            .haveSimpleNameNotEndingWith("Store")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..");

    @ArchTest
    static final ArchRule noServiceKnowsAnother = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.standing.ingest..", "dev.standing.privileges..", "dev.standing.local..");
}
