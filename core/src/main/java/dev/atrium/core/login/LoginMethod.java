package dev.atrium.core.login;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a person proves who they are, as settings name it. */
public sealed interface LoginMethod {
    /** {@code password}, {@code passkey}, {@code email-code} or {@code idp:} and the alias of an identity provider. */
    String text();

    static Optional<LoginMethod> parse(String text) {
        return Own.parse(text).<LoginMethod>map(own -> own).or(() -> Provider.parse(text));
    }

    /** What this realm checks itself. */
    enum Own implements LoginMethod {
        PASSWORD("password"),
        PASSKEY("passkey"),
        EMAIL_CODE("email-code");

        private final String text;

        Own(String text) {
            this.text = text;
        }

        public static Optional<Own> parse(String text) {
            return Arrays.stream(values())
                    .filter(method -> method.text.equals(text))
                    .findFirst();
        }

        public static List<String> texts() {
            return Arrays.stream(values()).map(Own::text).toList();
        }

        @Override
        public String text() {
            return text;
        }

        /** As the admin console shows it where it is a setting's default. */
        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * An identity provider of the realm.
     *
     * @param alias its name in Keycloak, in which there is neither blank nor comma
     */
    record Provider(String alias) implements LoginMethod {
        private static final String PREFIX = "idp:";
        private static final Pattern ALIAS = Pattern.compile("[^\\s,]{1,255}");

        public Provider {
            if (!ALIAS.matcher(alias).matches()) {
                throw new IllegalArgumentException("not the alias of an identity provider");
            }
        }

        private static Optional<LoginMethod> parse(String text) {
            return Optional.of(text)
                    .filter(method -> method.startsWith(PREFIX))
                    .map(method -> method.substring(PREFIX.length()))
                    .filter(alias -> ALIAS.matcher(alias).matches())
                    .map(Provider::new);
        }

        @Override
        public String text() {
            return PREFIX + alias;
        }
    }
}
