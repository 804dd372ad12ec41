package dev.atrium.provisioning.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be taken from an event. Whether somebody administers a project is not among it. */
public enum HookField {
    EMAIL("email"),
    FIRST_NAME("firstName"),
    LAST_NAME("lastName"),
    EXTERNAL_ID("externalId"),
    PROFILE("profile"),
    PROFILE_TYPE("profileType"),
    PROFILE_ID("profileId"),
    LABEL("label"),
    POLICY("policy"),
    LANGUAGE("language");

    private final String text;

    HookField(String text) {
        this.text = text;
    }

    static Optional<HookField> parse(String text) {
        return Arrays.stream(values()).filter(field -> field.text.equals(text)).findFirst();
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(HookField::text).toList();
    }

    String text() {
        return text;
    }
}
