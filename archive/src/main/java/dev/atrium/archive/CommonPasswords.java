package dev.atrium.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The list of passwords that nobody may choose, as Keycloak's block list reads it: UTF-8, one a line, in lower case.
 *
 * <p>It is the list of nbvcxz, the most used first, and what people make of these where 15 characters are asked for:
 * the most used ones over and over, or with the digits behind them.
 */
public final class CommonPasswords {
    private static final String LIST = "/dictionaries/passwords.txt";
    private static final String DIGITS = "1234567890";
    private static final int MOST_USED = 2000;
    private static final int SHORTEST_LONG = 15;
    private static final int LONGEST = 20;

    private CommonPasswords() {}

    /** Takes the file to write. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, String.join("\n", all(known())) + "\n");
    }

    private static List<String> known() throws IOException {
        try (InputStream list = CommonPasswords.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException(LIST + " is not on the class path: nbvcxz is missing or another one");
            }
            return new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))
                    .lines()
                    .map(line -> line.toLowerCase(Locale.ROOT))
                    .filter(line -> !line.isBlank())
                    .distinct()
                    .toList();
        }
    }

    private static Set<String> all(List<String> known) {
        Set<String> all = new LinkedHashSet<>(known);
        known.stream().limit(MOST_USED).flatMap(CommonPasswords::longForms).forEach(all::add);
        return all;
    }

    private static Stream<String> longForms(String password) {
        String repeated = password.repeat(LONGEST);
        String whole = password.repeat((SHORTEST_LONG + password.length() - 1) / password.length());
        String counted = password + DIGITS + DIGITS;
        return Stream.concat(
                Stream.of(whole),
                IntStream.rangeClosed(SHORTEST_LONG, LONGEST)
                        .boxed()
                        .flatMap(length -> Stream.of(repeated.substring(0, length), counted.substring(0, length))));
    }
}
