package org.billetterie.kit;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/// What ARCHITECTURE.md says of kit, checked on its classes.
class ArchitectureTest {
  private static final int DEPENDENCIES_MAX = 7;
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.billetterie.kit");

  @Test
  void knowsNothingOfTheServices() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.billetterie.auth..", "org.billetterie.webd..", "org.billetterie.e2e..")
        .check(MAIN);
  }

  @Test
  void featuresDependOnEachOtherInOneDirection() {
    slices().matching("org.billetterie.kit.(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void namesSayWhatAClassIs() {
    noClasses()
        .should()
        .haveNameMatching(
            ".*(Manager|Helper|Utils?|Impl|Mapper|Dto|Service|Controller)(?<!ProblemMapper)")
        .check(MAIN);
  }

  @Test
  void nobodyNeedsMoreThanSevenOthers() {
    classes().should(takeFewDependencies()).check(MAIN);
  }

  /// Whatever asks the system for the time cannot be tested at another time.
  @Test
  void timeComesFromTheClockThatIsGiven() {
    noClasses()
        .that()
        .haveNameNotMatching("org\\.billetterie\\.kit\\.Clocks.*")
        .should()
        .callMethodWhere(
            new DescribedPredicate<JavaMethodCall>("asks the system for the time") {
              @Override
              public boolean test(JavaMethodCall call) {
                String owner = call.getTargetOwner().getName();
                String name = call.getName();
                boolean now =
                    owner.startsWith("java.time.")
                        && "now".equals(name)
                        && call.getTarget().getRawParameterTypes().stream()
                            .noneMatch(type -> type.isAssignableTo(Clock.class));
                boolean system = owner.equals(Clock.class.getName()) && name.startsWith("system");
                return now || system || "currentTimeMillis".equals(name);
              }
            })
        .check(MAIN);
  }

  private static ArchCondition<JavaClass> takeFewDependencies() {
    return new ArchCondition<>("take at most " + DEPENDENCIES_MAX + " dependencies") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (type.isRecord() || type.isEnum() || type.isAnonymousClass()) {
          return;
        }
        type.getConstructors().stream()
            .filter(constructor -> constructor.getRawParameterTypes().size() > DEPENDENCIES_MAX)
            .forEach(constructor -> events.add(violated(type, constructor.getFullName())));
      }
    };
  }
}
