package dev.atrium.mail.compose;

import dev.atrium.core.mail.TemplateVariable;
import dev.atrium.outbox.message.MailKind;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What own templates may name, by kind of mail; {@code docs/mail-templates.md} says the same. */
public enum MailVariables {
    RECIPIENT_NAME("recipientName", "The recipient's first and last name; may be empty", "Ada Lovelace"),
    RECIPIENT_EMAIL("recipientEmail", "The recipient's e-mail address", "ada@example.org"),
    REALM_NAME("realmName", "The display name of the realm", "Example"),
    BRAND_NAME("brandName", "The project's sender name, else the project's name, else that of the realm", "Example"),
    LOGO_URL("logoUrl", "The https address of the project's logo; may be empty", ""),
    COLOUR("colour", "The project's colour, with enough contrast to white", "#00665c"),
    PROJECT_NAME("projectName", "The name of the project", "Example project"),
    PROJECT_ALIAS("projectAlias", "The alias of the project", "example"),
    PROFILE_LABEL(
            "profileLabel", "The person's role in the project, in the language of the mail", "Practitioner (Ward 3)"),
    PROFILE_REFERENCE("profileReference", "The FHIR reference of the profile; may be empty", "Practitioner/ada"),
    INVITER_NAME("inviterName", "Who invited the person; may be empty", "Grace Hopper"),
    WORDS("words", "What the inviter wrote; may be empty", "See you on Monday!"),
    LINK("link", "The address to open; empty where the person can sign in already", "https://sign-in.example/link"),
    LINK_EXPIRATION("linkExpiration", "When the link expires; empty without a link", "1 March 2026 at 12:00 UTC"),
    SIGN_IN_URL("signInUrl", "Where to sign in; may be empty", "https://sign-in.example/"),
    OCCASION("occasion", "What happened, as a sentence", "Your password was changed."),
    WHEN("when", "When it happened", "1 March 2026 at 12:00 UTC"),
    BY_ADMINISTRATOR("byAdministrator", "Whether an administrator made the change", "false"),
    IP_ADDRESS("ipAddress", "The IP address the change came from; may be empty", "192.0.2.1"),
    CODE("code", "The code to enter", "123456"),
    ACTIONS("actions", "What the person is asked to do", "Update Password, Verify Email"),
    IDENTITY_PROVIDER("identityProvider", "The name of the identity provider", "Example ID"),
    NEW_EMAIL("newEmail", "The new e-mail address", "ada@new.example.org");

    private static final List<MailVariables> ALWAYS =
            List.of(RECIPIENT_NAME, RECIPIENT_EMAIL, REALM_NAME, BRAND_NAME, LOGO_URL, COLOUR);
    private static final Map<String, List<TemplateVariable>> KINDS = kindsOfMail();

    private final String written;
    private final String description;
    private final String sample;

    MailVariables(String written, String description, String sample) {
        this.written = written;
        this.description = description;
        this.sample = sample;
    }

    /** The kinds of mail that own templates may word, each with its variables. */
    public static Map<String, List<TemplateVariable>> kinds() {
        return KINDS;
    }

    /** Its name in templates. */
    String written() {
        return written;
    }

    private static Map<String, List<TemplateVariable>> kindsOfMail() {
        Map<String, List<TemplateVariable>> kinds = new LinkedHashMap<>();
        kinds.put(MailKind.WELCOME.id(), with(membership(), LINK, LINK_EXPIRATION, SIGN_IN_URL));
        kinds.put(MailKind.PROJECT_ADDED.id(), with(membership(), SIGN_IN_URL));
        kinds.put(MailKind.INVITATION.id(), with(membership(), LINK, LINK_EXPIRATION, WORDS));
        kinds.put(
                MailKind.SECURITY_NOTICE.id(), with(List.of(PROJECT_NAME, PROJECT_ALIAS), OCCASION, WHEN, IP_ADDRESS));
        kinds.put("password-reset", link());
        kinds.put("email-verification", link());
        kinds.put("email-verification-with-code", with(List.of(), CODE));
        kinds.put("email-code", link(CODE));
        kinds.put("email-update-confirmation", link(NEW_EMAIL));
        kinds.put("executeActions", link(ACTIONS));
        kinds.put("identity-provider-link", link(IDENTITY_PROVIDER));
        kinds.put("org-invite", link(PROJECT_NAME, PROJECT_ALIAS));
        Stream.of("login_error", "update_password", "update_totp", "remove_totp")
                .forEach(event -> kinds.put("event-" + event, with(List.of(), WHEN, IP_ADDRESS)));
        Stream.of("update_credential", "remove_credential")
                .forEach(event -> kinds.put("event-" + event, with(List.of(), OCCASION, WHEN, IP_ADDRESS)));
        return Collections.unmodifiableMap(kinds);
    }

    private static List<MailVariables> membership() {
        return List.of(PROJECT_NAME, PROJECT_ALIAS, PROFILE_LABEL, PROFILE_REFERENCE, INVITER_NAME);
    }

    private static List<TemplateVariable> link(MailVariables... more) {
        return with(List.of(LINK, LINK_EXPIRATION), more);
    }

    private static List<TemplateVariable> with(List<MailVariables> some, MailVariables... more) {
        return Stream.of(ALWAYS, some, Arrays.asList(more))
                .flatMap(List::stream)
                .map(one -> new TemplateVariable(one.written, one.description, one.sample))
                .toList();
    }
}
