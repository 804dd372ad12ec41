package dev.atrium.core.mail;

import dev.atrium.core.project.EmailAddress;
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
 * @param smtp empty when there is no mail server of its own, or its settings do not fit
 * @param problems what is not heeded, and why
 */
public record ProjectMail(
        Optional<String> senderName,
        Optional<EmailAddress> replyTo,
        Optional<String> logo,
        Optional<BrandColour> colour,
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

    public static final ProjectMail NOTHING = read("", Map.of());

    public ProjectMail {
        problems = List.copyOf(problems);
    }

    /** What these attributes say; what is unfit is left out, with its problem. */
    public static ProjectMail read(String alias, Map<String, List<String>> attributes) {
        return new ProjectAttributes(attributes, vaultReference(alias)).mail();
    }

    /**
     * The one entry of Keycloak's vault that a project may use: else whoever may change its attributes could have any
     * other secret of the realm sent to a server of their own. Nobody else calls secrets so, whatever alias they choose.
     */
    public static String vaultReference(String alias) {
        return "${vault.atrium-smtp-" + alias + "}";
    }

    /** Without its mail server, which cannot be used. */
    public ProjectMail withoutServer(SettingProblem why) {
        List<SettingProblem> more = new ArrayList<>(problems);
        more.add(why);
        return new ProjectMail(senderName, replyTo, logo, colour, Optional.empty(), more);
    }
}
