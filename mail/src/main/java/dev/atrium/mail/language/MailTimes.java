package dev.atrium.mail.language;

import dev.atrium.core.mail.ProjectMail;
import dev.atrium.core.mail.TimeZoneName;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.directory.project.OrganizationLookup;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Points in time as the reader of a mail writes them, with the name of the time zone. */
public record MailTimes(ZoneId zone, Locale locale) {
    private static final Logger LOG = Logger.getLogger(MailTimes.class);

    /** The user attribute that Keycloak's mapper of the claim has. */
    private static final String OWN = "zoneinfo";

    /** The reader's time zone; else that of the project, of the realm in context, or UTC. */
    public static MailTimes of(
            KeycloakSession session, Locale locale, @Nullable UserModel reader, Optional<ProjectId> project) {
        ZoneId zone = Optional.ofNullable(reader)
                .map(user -> user.getFirstAttribute(OWN))
                .flatMap(TimeZoneName::parse)
                .or(() -> ofProject(session, project))
                .or(() -> ofRealm(session))
                .orElse(ZoneOffset.UTC);
        return new MailTimes(zone, locale);
    }

    public String written(Instant time) {
        String written = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(time);
        return zone.equals(ZoneOffset.UTC) ? written + " UTC" : written + " (" + zoneName(time) + ")";
    }

    private String zoneName(Instant time) {
        return DateTimeFormatter.ofPattern("zzzz", locale).withZone(zone).format(time);
    }

    private static Optional<ZoneId> ofProject(KeycloakSession session, Optional<ProjectId> project) {
        return project.flatMap(new OrganizationLookup(session)::byId)
                .flatMap(found ->
                        ProjectMail.read(found.getAttributes(), List.of()).timeZone());
    }

    private static Optional<ZoneId> ofRealm(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        Optional<String> said = Optional.ofNullable(realm.getAttribute(TimeZoneName.ATTRIBUTE));
        Optional<ZoneId> zone = said.flatMap(TimeZoneName::parse);
        if (said.isPresent() && zone.isEmpty()) {
            LOG.warnf(
                    "The attribute %s of realm %s is no time zone such as Europe/Berlin, so mails give times in UTC",
                    TimeZoneName.ATTRIBUTE, realm.getName());
        }
        return zone;
    }
}
