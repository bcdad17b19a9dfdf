package dev.orrery.scenarios.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** The rules of the house: which way the arrows run, and what no package may hold. */
@AnalyzeClasses(packages = "dev.orrery", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchRule arrowsBetweenModulesRunOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.orrery..")
            .layer("sim-core")
            .definedBy("dev.orrery.sim..")
            .layer("algorithms")
            .definedBy("dev.orrery.algorithms..")
            .layer("reports")
            .definedBy("dev.orrery.reports..")
            .layer("scenarios")
            .definedBy("dev.orrery.scenarios..")
            .whereLayer("scenarios")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("algorithms")
            .mayOnlyBeAccessedByLayers("scenarios")
            .whereLayer("reports")
            .mayOnlyBeAccessedByLayers("scenarios")
            .ensureAllClassesAreContainedInArchitecture();

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("dev.orrery.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule simulationsShareNoMutableStaticState = classes()
            .that()
            .resideInAnyPackage("dev.orrery.sim..", "dev.orrery.algorithms..")
            .should(haveOnlyFinalStaticFields())
            .because("simulations run side by side and no run may depend on the runs before it");

    @ArchTest
    static final ArchRule packagesAreNamedForWhatTheyHold = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..manager..", "..helper..")
            .because("such a name says nothing about what is inside");

    @ArchTest
    static final ArchRule everyPackageSaysWhatLivesInIt = classes()
            .should(resideInAPackageMarkedNullMarked())
            .because("package-info.java is where a package explains itself");

    private static ArchCondition<JavaClass> resideInAPackageMarkedNullMarked() {
        return new ArchCondition<>("reside in a package whose package-info.java is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getFullName()));
            }
        };
    }

    private static ArchCondition<JavaClass> haveOnlyFinalStaticFields() {
        return new ArchCondition<>("have only final static fields") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaField field : type.getFields()) {
                    if (field.getModifiers().contains(JavaModifier.STATIC)) {
                        boolean isFinal = field.getModifiers().contains(JavaModifier.FINAL);
                        events.add(new SimpleConditionEvent(field, isFinal, field.getFullName()));
                    }
                }
            }
        };
    }
}
