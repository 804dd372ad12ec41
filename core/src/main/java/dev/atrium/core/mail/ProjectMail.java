package dev.atrium.core.mail;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.brand.BrandColour;
import dev.atrium.core.membership.ProjectId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a project's attributes say of its mails.
 *
 * @param senderName the name its mails come from
 * @param replyTo where answers go
 * @param logo an https address of a picture
 * @param timeZone in which its mails give times to people who have none of their own
 * @param smtp empty when there is no mail server of its own, or its settings do not fit
 * @param problems what is not heeded, and why
 */
public record ProjectMail(
        Optional<String> senderName,
        Optional<EmailAddress> replyTo,
        Optional<String> logo,
        Optional<BrandColour> colour,
        Optional<ZoneId> timeZone,
        Optional<ProjectSmtp> smtp,
        List<SettingProblem> problems) {
    public static final String SENDER_NAME = "atrium.mail.sender-name";
    public static final String REPLY_TO = "atrium.mail.reply-to";
    public static final String LOGO = "atrium.mail.logo";
    public static final String COLOUR = "atrium.mail.colour";
    public static final String SMTP = "atrium.smtp.";
    public static final String SMTP_HOST = SMTP + "host";
    public static final String SMTP_PORT = SMTP + "port";
    public static final String SMTP_ENCRYPTION = SMTP + "encryption";
    public static final String SMTP_FROM = SMTP + "from";
    public static final String SMTP_USER = SMTP + "user";
    public static final String SMTP_PASSWORD = SMTP + "password";

    public static final ProjectMail NOTHING = read(Map.of(), List.of());

    public ProjectMail {
        problems = List.copyOf(problems);
    }

    /**
     * What these attributes say; what is unfit is left out, with its problem.
     *
     * @param vaultReferences the entries of Keycloak's vault that the project may use, the one to use first: of others,
     *     whoever may change its attributes could have the secrets of the realm sent to a server of their own
     */
    public static ProjectMail read(Map<String, List<String>> attributes, List<String> vaultReferences) {
        return new ProjectAttributes(attributes, vaultReferences).mail();
    }

    /** The entry of Keycloak's vault that is a project's own. Nobody else calls secrets so, whatever id they choose. */
    public static String vaultReference(ProjectId project) {
        return vaultReference(project.value());
    }

    /** The entry that was a project's own before ids were used: after it, another one may have the alias. */
    public static String earlierVaultReference(String alias) {
        return vaultReference(alias);
    }

    private static String vaultReference(String name) {
        return "${vault.atrium-smtp-" + name + "}";
    }

    /** Without its mail server, which cannot be used. */
    public ProjectMail withoutServer(SettingProblem why) {
        List<SettingProblem> more = new ArrayList<>(problems);
        more.add(why);
        return new ProjectMail(senderName, replyTo, logo, colour, timeZone, Optional.empty(), more);
    }
}
