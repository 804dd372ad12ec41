package dev.atrium.themes;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Files of a theme.
 *
 * @param folder where they are on the class path
 */
record ThemeFiles(String folder) {
    /** All that pages and mails speak, as files are named: pt-BR is pt_BR, and both zh-CN and zh-Hans are zh_Hans. */
    static final List<String> LANGUAGES = List.of("en", "de", "es", "fr", "it", "pt_BR", "nl", "ja", "zh_Hans", "ar");

    /** What every theme has beside its own. */
    static final ThemeFiles EVERY = new ThemeFiles("theme-resources/");

    static final ThemeFiles ATRIUM = new ThemeFiles("theme/atrium/login/");

    /** Keycloak's theme with all of its words. */
    static final ThemeFiles BASE = new ThemeFiles("theme/base/login/");

    /** The look of mails. */
    static final ThemeFiles ATRIUM_EMAIL = new ThemeFiles("theme/atrium/email/");

    static final ThemeFiles BASE_EMAIL = new ThemeFiles("theme/base/email/");

    private static final Path SOURCES = Path.of("src/main/resources");

    List<Path> templates() {
        try (Stream<Path> files = Files.walk(SOURCES.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".ftl"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a template is called by others. */
    String name(Path template) {
        return SOURCES.resolve(folder).relativize(template).toString().replaceFirst("^templates.", "");
    }

    static String text(Path template) {
        try {
            return Files.readString(template);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the admin console offers for a realm of this theme, as Keycloak names it. */
    List<String> offered() {
        return Arrays.asList(properties("theme.properties").get("locales").split(","));
    }

    boolean speaks(String language) {
        return ClassLoader.getSystemResource(folder + file(language)) != null;
    }

    Map<String, String> messages(String language) {
        return properties(file(language));
    }

    private static String file(String language) {
        return "messages/messages_" + language + ".properties";
    }

    private Map<String, String> properties(String file) {
        Properties read = new Properties();
        try (InputStream in = ClassLoader.getSystemResourceAsStream(folder + file)) {
            if (in == null) {
                throw new AssertionError("no " + file + " in " + folder);
            }
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> sorted = new TreeMap<>();
        read.stringPropertyNames().forEach(key -> sorted.put(key, read.getProperty(key)));
        return sorted;
    }
}
