package dev.atrium.rest.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.brand.BrandColour;
import dev.atrium.core.mail.ProjectMail;
import dev.atrium.core.mail.ProjectSmtp;
import dev.atrium.core.mail.SettingProblem;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a project's mails are sent, as JSON.
 *
 * @param server {@code project} or {@code realm}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SenderRepresentation(
        String server,
        @Nullable Smtp smtp,
        @Nullable String senderName,
        @Nullable String replyTo,
        @Nullable String logo,
        @Nullable String colour,
        @Nullable String timeZone,
        List<SettingProblem> problems) {
    /** The project's mail server, without its password's place. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Smtp(
            String host,
            int port,
            String encryption,
            String from,
            @Nullable String user) {
        static Smtp of(ProjectSmtp server) {
            return new Smtp(
                    server.host(),
                    server.port(),
                    server.encryption().name().toLowerCase(Locale.ROOT),
                    server.from(),
                    or(server.login().map(ProjectSmtp.Login::user)));
        }
    }

    static SenderRepresentation of(ProjectMail mail) {
        return new SenderRepresentation(
                mail.smtp().isPresent() ? "project" : "realm",
                or(mail.smtp().map(Smtp::of)),
                or(mail.senderName()),
                or(mail.replyTo().map(EmailAddress::value)),
                or(mail.logo()),
                or(mail.colour().map(BrandColour::value)),
                or(mail.timeZone().map(ZoneId::getId)),
                mail.problems());
    }

    private static <T> @Nullable T or(Optional<T> value) {
        return value.orElse(null);
    }
}
