package dev.atrium.tests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.common.util.Time;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel;

/** Who may know whom, and what may be called where. */
@AnalyzeClasses(packages = "dev.atrium", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String CORE = "dev.atrium.core..";
    private static final String SUPPORT = "dev.atrium.support..";
    private static final String OVERRIDES = "dev.atrium.overrides..";
    private static final String STORE = "dev.atrium.store..";
    private static final String[] GLUE = {
        "dev.atrium.authenticators..",
        "dev.atrium.protocolmappers..",
        "dev.atrium.eventlisteners..",
        "dev.atrium.rest.."
    };

    @ArchTest
    static final ArchRule core_is_plain_Java = classes()
            .that()
            .resideInAPackage(CORE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(CORE, "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule support_knows_only_core = noClasses()
            .that()
            .resideInAPackage(SUPPORT)
            .should()
            .dependOnClassesThat(
                    resideInAPackage("dev.atrium..").and(JavaClass.Predicates.resideOutsideOfPackages(CORE, SUPPORT)));

    @ArchTest
    static final ArchRule store_knows_no_glue = noClasses()
            .that()
            .resideInAPackage(STORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(GLUE);

    @ArchTest
    static final ArchRule glue_reaches_the_store_through_its_provider_interface = noClasses()
            .that()
            .resideInAnyPackage(GLUE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(STORE);

    @ArchTest
    static final ArchRule glue_modules_do_not_know_each_other = slices().matching(
                    "dev.atrium.(authenticators|protocolmappers|eventlisteners|rest)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule nothing_knows_what_overrides_keycloak = noClasses()
            .that()
            .resideOutsideOfPackage(OVERRIDES)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(OVERRIDES);

    @ArchTest
    static final ArchRule subjects_of_a_module_do_not_go_round_in_circles =
            slices().matching("dev.atrium.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule authenticators_are_made_by_their_factories_only = classes()
            .that()
            .areAssignableTo(Authenticator.class)
            .or()
            .areAssignableTo(RequiredActionProvider.class)
            .and()
            .areNotInterfaces()
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule notes_are_typed = noClasses()
            .that()
            .resideOutsideOfPackage(SUPPORT)
            .should()
            .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                            com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(
                                    "set(Auth|Client|UserSession)Note"))
                    .and(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                            com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                    assignableTo(AuthenticationSessionModel.class)
                                            .or(assignableTo(CommonClientSessionModel.class))))));

    @ArchTest
    static final ArchRule time_comes_from_the_one_clock = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.atrium.support.time.KeycloakClock")
            .and()
            .resideOutsideOfPackage("dev.atrium.demo..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Time.class, "currentTimeMillis")
            .orShould()
            .callMethod(Time.class, "currentTime")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class);
}
