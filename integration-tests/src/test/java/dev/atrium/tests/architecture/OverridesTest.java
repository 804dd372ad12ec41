package dev.atrium.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.atrium.overrides.check.Classes;
import dev.atrium.overrides.check.MethodSignature;
import dev.atrium.overrides.check.OverriddenMethod;
import dev.atrium.overrides.check.OverrideEntry;
import dev.atrium.overrides.check.OverrideList;
import dev.atrium.overrides.check.OverridingClass;
import dev.atrium.overrides.check.ReplacedProvider;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.keycloak.provider.ProviderFactory;

/** The list by which the server is checked at its start names just what overrides something of Keycloak's. */
class OverridesTest {
    private static final OverrideList LIST = OverrideList.read();
    private static final Classes CLASSES = Classes.of(OverridesTest.class.getClassLoader());
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.atrium");

    @Nested
    class Given_all_classes_of_the_pack {
        @Test
        void lists_each_method_of_a_keycloak_class_that_is_overridden_and_no_other() {
            Stream<OverridingClass> found = OURS.stream()
                    .filter(one -> !one.isInterface())
                    .map(one -> new Overriding(CLASSES, one.getName()))
                    .flatMap(one -> one.asListed().stream());

            assertThat(lines(LIST.classes().filter(OverridesTest::isOnAClass)))
                    .isEqualTo(lines(found))
                    .hasSizeGreaterThan(60);
        }

        @Test
        void lists_methods_of_an_interface_only_where_they_are_implemented() {
            assertThat(LIST.classes().filter(listed -> !isOnAClass(listed)))
                    .isNotEmpty()
                    .allSatisfy(listed -> assertThat(listed.methods())
                            .extracting(OverriddenMethod::signature)
                            .isNotEmpty()
                            .allMatch(new Overriding(CLASSES, listed.name())::declares)
                            .allMatch(method -> isOf(listed.base(), method)));
        }

        @Test
        void lists_each_factory_that_comes_before_one_of_keycloaks() {
            Set<String> listed = LIST.entries().stream()
                    .flatMap(entry -> entry.providers().stream())
                    .map(ReplacedProvider::factory)
                    .collect(Collectors.toSet());

            assertThat(OURS.stream()
                            .filter(one -> one.isAssignableTo(ProviderFactory.class))
                            .filter(one ->
                                    !one.isInterface() && !one.getModifiers().contains(JavaModifier.ABSTRACT))
                            .filter(OverridesTest::hasOrder)
                            .map(JavaClass::getName))
                    .isNotEmpty()
                    .isSubsetOf(listed);
        }

        @Test
        void lists_no_factory_that_there_is_not() {
            assertThat(LIST.entries().stream().flatMap(entry -> entry.providers().stream()))
                    .allSatisfy(provider -> assertThat(OURS.contain(provider.factory()))
                            .as(provider.factory())
                            .isTrue());
        }

        @Test
        void says_of_each_what_it_is_for() {
            assertThat(LIST.entries()).allSatisfy(entry -> {
                assertThat(entry.guards()).isNotBlank().doesNotEndWith(".");
                assertThat(entry.without()).endsWith(".");
                assertThat(entry.tests())
                        .isNotEmpty()
                        .allSatisfy(test -> assertThat(Class.forName(test)).isNotNull());
            });
        }

        @Test
        void names_each_subject_once() {
            assertThat(LIST.entries()).extracting(OverrideEntry::subject).doesNotHaveDuplicates();
        }
    }

    private static boolean hasOrder(JavaClass factory) {
        return Stream.concat(Stream.of(factory), factory.getAllRawSuperclasses().stream())
                .filter(one -> one.getName().startsWith("dev.atrium."))
                .anyMatch(one -> one.tryGetMethod("order").isPresent());
    }

    private static boolean isOnAClass(OverridingClass listed) {
        return !CLASSES.find(listed.base()).orElseThrow().isInterface();
    }

    private static boolean isOf(String type, MethodSignature method) {
        return CLASSES.find(type).orElseThrow().overridable().anyMatch(method::equals);
    }

    private static List<String> lines(Stream<OverridingClass> classes) {
        return classes.flatMap(one -> one.methods().stream()
                        .map(method -> one.name() + " overrides " + one.base() + " " + method.signature()))
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
