package dev.atrium.authenticators.domain;

import dev.atrium.support.note.FlowNote;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a person proves who they are, where no identity provider does it for them. */
public enum LoginMethod {
    PASSWORD("password");

    /** The method that the domain stage decided for. */
    public static final FlowNote<LoginMethod> NOTE =
            new FlowNote<>("atrium.method", LoginMethod::text, LoginMethod::parse);

    private final String text;

    LoginMethod(String text) {
        this.text = text;
    }

    public static Optional<LoginMethod> parse(String text) {
        return Arrays.stream(values())
                .filter(method -> method.text.equals(text))
                .findFirst();
    }

    /** All methods, as settings name them. */
    public static List<String> texts() {
        return Arrays.stream(values()).map(LoginMethod::text).toList();
    }

    public String text() {
        return text;
    }

    /** As the admin console shows it where it is a setting's default. */
    @Override
    public String toString() {
        return text;
    }
}
