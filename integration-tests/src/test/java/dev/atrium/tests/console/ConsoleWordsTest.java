package dev.atrium.tests.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.keycloak.authentication.ConfigurableAuthenticatorFactory;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.broker.provider.IdentityProviderMapper;
import org.keycloak.component.ComponentFactory;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.provider.ConfiguredProvider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderFactory;

/** What the admin console and {@code kc.sh} show of the pack's own says whose it is and what it does. */
class ConsoleWordsTest {
    /** What takes the place of something of Keycloak's keeps its name there. */
    private static final String OVERRIDES = "dev.atrium.overrides.";

    /** An optional jar, whose one setting is about Keycloak's own provider. */
    private static final String PASSWORD_HASH = "dev.atrium.passwordhash.";

    @Nested
    class Given_a_name_that_administrators_see {
        @Test
        void begins_with_Atrium_or_says_it() {
            assertThat(own().flatMap(factory -> Stream.ofNullable(name(factory)).map(name -> new Shown(factory, name))))
                    .hasSizeGreaterThan(15)
                    .allSatisfy(
                            shown -> assertThat(shown.text()).as(shown.whose()).containsIgnoringCase("Atrium"));
        }
    }

    @Nested
    class Given_what_an_administrator_can_add {
        @Test
        void says_what_it_does() {
            assertThat(own().filter(ConfiguredProvider.class::isInstance))
                    .hasSizeGreaterThan(10)
                    .allSatisfy(factory -> assertThat(((ConfiguredProvider) factory).getHelpText())
                            .as(factory.getClass().getName())
                            .isNotBlank());
        }
    }

    @Nested
    class Given_a_setting {
        @Test
        void has_a_name_and_says_what_it_does() {
            assertThat(settings()).hasSizeGreaterThan(20).allSatisfy(setting -> {
                assertThat(setting.property().getName()).as(setting.whose()).isNotBlank();
                assertThat(setting.property().getHelpText()).as(setting.whose()).isNotBlank();
                assertThat(setting.property().getType()).as(setting.whose()).isNotBlank();
            });
        }

        @Test
        void in_the_console_has_a_label() {
            assertThat(settings().filter(Setting::isInConsole))
                    .isNotEmpty()
                    .allSatisfy(setting -> assertThat(setting.property().getLabel())
                            .as(setting.whose())
                            .isNotBlank());
        }

        /** A setting of which the code knows nothing but its words would be a switch that does nothing. */
        @Test
        void is_read_by_the_code_under_its_name() {
            String code = sources();

            assertThat(settings().filter(setting -> !setting.isOfKeycloak())).allSatisfy(setting -> {
                String name = setting.property().getName();
                assertThat(Stream.of(
                                name, name.substring(name.lastIndexOf('.') + 1), name.replaceFirst("-subject$", "")))
                        .as(setting.whose())
                        .anyMatch(part -> code.contains("\"" + part) || code.contains(part + "\""));
            });
        }
    }

    private static @Nullable String name(ProviderFactory<?> factory) {
        if (factory instanceof ConfigurableAuthenticatorFactory step) {
            return step.getDisplayType();
        }
        if (factory instanceof RequiredActionFactory action) {
            return action.getDisplayText();
        }
        if (factory instanceof ProtocolMapper mapper) {
            return mapper.getDisplayType();
        }
        if (factory instanceof IdentityProviderMapper mapper) {
            return mapper.getDisplayType();
        }
        return factory instanceof EventListenerProviderFactory ? factory.getId() : null;
    }

    /** What is the pack's alone. */
    private static Stream<ProviderFactory<?>> own() {
        return factories().filter(factory -> !factory.getClass().getName().startsWith(OVERRIDES));
    }

    private static Stream<Setting> settings() {
        return factories()
                .flatMap(factory -> Stream.concat(
                        inConsole(factory).map(property -> new Setting(factory, property, true)),
                        Stream.ofNullable(factory.getConfigMetadata())
                                .flatMap(List::stream)
                                .map(property ->
                                        new Setting(factory, property, factory instanceof RequiredActionFactory))))
                .filter(setting -> !setting.isOfKeycloak());
    }

    /** Components are made by Atrium's admin REST alone: the console has no form for them. */
    private static Stream<ProviderConfigProperty> inConsole(ProviderFactory<?> factory) {
        return factory instanceof ConfiguredProvider configured && !(factory instanceof ComponentFactory<?, ?>)
                ? Stream.ofNullable(configured.getConfigProperties()).flatMap(List::stream)
                : Stream.empty();
    }

    /** Every factory that the pack's jars announce. */
    private static Stream<ProviderFactory<?>> factories() {
        return files("src/main/resources/META-INF/services", "")
                .flatMap(ConsoleWordsTest::lines)
                .filter(name -> !name.startsWith(PASSWORD_HASH))
                .map(ConsoleWordsTest::made)
                .flatMap(Optional::stream);
    }

    private static Optional<ProviderFactory<?>> made(String name) {
        try {
            Object made = Class.forName(name).getDeclaredConstructor().newInstance();
            return made instanceof ProviderFactory<?> factory ? Optional.of(factory) : Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(name, e);
        }
    }

    private static String sources() {
        return String.join(
                "\n",
                files("src/main/java", ".java").flatMap(ConsoleWordsTest::lines).toList());
    }

    private static Stream<Path> files(String folder, String ending) {
        try (Stream<Path> modules = Files.list(Checkout.build().root())) {
            return modules
                    .map(module -> module.resolve(folder))
                    .filter(Files::isDirectory)
                    .flatMap(ConsoleWordsTest::all)
                    .filter(file -> file.toString().endsWith(ending))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> all(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().map(String::strip).filter(line -> !line.isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Shown(ProviderFactory<?> factory, String text) {
        String whose() {
            return factory.getClass().getName();
        }
    }

    private record Setting(ProviderFactory<?> factory, ProviderConfigProperty property, boolean isInConsole) {
        String whose() {
            return factory.getClass().getName() + ": " + property.getName();
        }

        /** Those of what takes the place of something of Keycloak's are its own. */
        boolean isOfKeycloak() {
            return factory.getClass().getName().startsWith(OVERRIDES)
                    && !String.valueOf(factory.getId()).startsWith("atrium")
                    && !Objects.toString(property.getHelpText(), "").contains("Atrium");
        }
    }
}
