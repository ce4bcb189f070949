package dev.standing.local;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.standing.local", importOptions = ImportOption.DoNotIncludeTests.class)
class BoundariesTest {

    /** Commands know all, nobody knows them; the sample meets the services at their doors and knows no process. */
    @ArchTest
    static final ArchRule FEATURES = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("command")
            .definedBy("..local.command..")
            .layer("sample")
            .definedBy("..local.sample..")
            .layer("stack")
            .definedBy("..local.stack..")
            .layer("home")
            .definedBy("..local.home..")
            .layer("parts")
            .definedBy("..local.postgres..", "..local.kafka..", "..local.process..")
            .whereLayer("command")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("sample")
            .mayOnlyBeAccessedByLayers("command")
            .whereLayer("stack")
            .mayOnlyBeAccessedByLayers("command", "sample")
            .whereLayer("home")
            .mayOnlyBeAccessedByLayers("command", "sample", "stack")
            .whereLayer("parts")
            .mayOnlyBeAccessedByLayers("stack");
}
