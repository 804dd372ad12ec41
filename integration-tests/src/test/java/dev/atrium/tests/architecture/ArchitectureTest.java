package dev.atrium.tests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.common.util.Time;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel;

/** Who may know whom, and what may be called where. */
@AnalyzeClasses(packages = "dev.atrium", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String CORE = "dev.atrium.core..";
    private static final String SUPPORT = "dev.atrium.support..";
    private static final String OVERRIDES = "dev.atrium.overrides..";

    /** The modules that each module may know, besides core and keycloak-support. */
    private static final Map<Module, Set<Module>> ARROWS = Map.ofEntries(
            Map.entry(Module.DIRECTORY, Set.of()),
            Map.entry(Module.HTTP, Set.of()),
            Map.entry(Module.STORE, Set.of()),
            Map.entry(Module.PASSWORD_HASH, Set.of()),
            Map.entry(Module.INVITATIONS, Set.of(Module.DIRECTORY)),
            Map.entry(Module.OUTBOX, Set.of(Module.DIRECTORY)),
            Map.entry(Module.MAIL, Set.of(Module.DIRECTORY, Module.OUTBOX)),
            Map.entry(Module.TOKENS, Set.of(Module.DIRECTORY)),
            Map.entry(Module.PROVISIONING, Set.of(Module.DIRECTORY, Module.HTTP, Module.INVITATIONS)),
            Map.entry(Module.SETUP, Set.of(Module.DIRECTORY, Module.HTTP)),
            Map.entry(Module.AUTHENTICATORS, Set.of(Module.DIRECTORY, Module.INVITATIONS)),
            Map.entry(Module.PROTOCOL_MAPPERS, Set.of(Module.DIRECTORY, Module.TOKENS)),
            Map.entry(Module.EVENT_LISTENERS, Set.of(Module.DIRECTORY, Module.INVITATIONS, Module.MAIL, Module.OUTBOX)),
            Map.entry(
                    Module.REST,
                    Set.of(Module.DIRECTORY, Module.HTTP, Module.INVITATIONS, Module.PROVISIONING, Module.SETUP)));

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
            .dependOnClassesThat(resideInAPackage("dev.atrium..").and(resideOutsideOfPackages(CORE, SUPPORT)));

    @ArchTest
    static void modules_know_each_other_one_way(JavaClasses all) {
        ARROWS.forEach((module, known) -> noClasses()
                .that()
                .resideInAPackage(module.packages)
                .should()
                .dependOnClassesThat(resideInAPackage("dev.atrium..")
                        .and(resideOutsideOfPackages(CORE, SUPPORT, module.packages))
                        .and(resideOutsideOfPackages(
                                known.stream().map(one -> one.packages).toArray(String[]::new))))
                .because(module + " knows " + known)
                .check(all));
    }

    @ArchTest
    static final ArchRule nothing_knows_the_overrides = onlyKnownToItself(OVERRIDES);

    @ArchTest
    static final ArchRule nothing_knows_the_password_hash_whose_jar_is_optional =
            onlyKnownToItself(Module.PASSWORD_HASH.packages);

    @ArchTest
    static final ArchRule only_overrides_take_the_place_of_a_class_of_Keycloak = classes()
            .that()
            .resideOutsideOfPackage(OVERRIDES)
            .and()
            .areNotAssignableTo(Authenticator.class)
            .and()
            .areNotAssignableTo(JsonWebToken.class)
            .should(extendNoConcreteClassOfKeycloak());

    @ArchTest
    static final ArchRule only_event_listeners_listen_to_events = classes()
            .that()
            .areAssignableTo(EventListenerProvider.class)
            .should()
            .resideInAPackage("dev.atrium.eventlisteners..");

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
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
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

    private static ArchRule onlyKnownToItself(String packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages, "dev.atrium.benchmarks..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(packages);
    }

    private static ArchCondition<JavaClass> extendNoConcreteClassOfKeycloak() {
        return new ArchCondition<>("extend no concrete class of Keycloak") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getRawSuperclass()
                        .filter(base -> base.getPackageName().startsWith("org.keycloak"))
                        .filter(base -> !base.getModifiers().contains(JavaModifier.ABSTRACT))
                        .ifPresent(base -> events.add(SimpleConditionEvent.violated(
                                type,
                                type.getName() + " extends " + base.getName() + ": keycloak-overrides is its place")));
            }
        };
    }

    /** A Maven module, by its packages. */
    private enum Module {
        DIRECTORY("dev.atrium.directory.."),
        HTTP("dev.atrium.http.."),
        STORE("dev.atrium.store.."),
        INVITATIONS("dev.atrium.invitations.."),
        OUTBOX("dev.atrium.outbox.."),
        PASSWORD_HASH("dev.atrium.passwordhash.."),
        MAIL("dev.atrium.mail.."),
        TOKENS("dev.atrium.tokens.."),
        PROVISIONING("dev.atrium.[provisioning|rest.hook].."),
        SETUP("dev.atrium.setup.."),
        AUTHENTICATORS("dev.atrium.authenticators.."),
        PROTOCOL_MAPPERS("dev.atrium.protocolmappers.."),
        EVENT_LISTENERS("dev.atrium.eventlisteners.."),
        REST(
                "dev.atrium.rest.[admin|health|hooks|invitation|launch|login|membership|outbox|policy|realm|request|setup|template|webhook]..");

        private final String packages;

        Module(String packages) {
            this.packages = packages;
        }
    }
}
