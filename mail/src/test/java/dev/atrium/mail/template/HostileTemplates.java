package dev.atrium.mail.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** The templates of a file beside the tests, one a line. */
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(HostileTemplates.Lines.class)
@interface HostileTemplates {
    String value();

    /** Reads the file. */
    final class Lines implements ArgumentsProvider, AnnotationConsumer<HostileTemplates> {
        private String file = "";

        @Override
        public void accept(HostileTemplates source) {
            file = source.value();
        }

        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context) {
            try (InputStream in = Objects.requireNonNull(HostileTemplates.class.getResourceAsStream(file))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(Arguments::of);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
