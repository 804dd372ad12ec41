package dev.atrium.mail.compose;

import dev.atrium.core.membership.ProjectId;
import dev.atrium.directory.project.OrganizationLookup;
import dev.atrium.outbox.message.MailKind;
import dev.atrium.support.config.Misconfiguration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;

/** Whether a kind of mail is to be sent: as the client says, else the project, else the realm; else it is. */
public final class MailSwitches {
    private static final String PREFIX = "atrium.mail.";

    private final KeycloakSession session;
    private final RealmModel realm;

    public MailSwitches(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** The attribute of a client, a project or a realm that switches a kind of mail on or off. */
    public static String attribute(MailKind kind) {
        return PREFIX + kind.id();
    }

    public boolean isOn(MailKind kind, Optional<ProjectId> project) {
        return ofClient(kind)
                .or(() -> project.flatMap(id -> ofProject(attribute(kind), id)))
                .orElseGet(() -> ofRealm(kind));
    }

    private Optional<Boolean> ofClient(MailKind kind) {
        ClientModel client = session.getContext().getClient();
        if (client == null || !client.getRealm().equals(realm)) {
            return Optional.empty();
        }
        String name = attribute(kind);
        return read(client.getAttribute(name), "client " + client.getClientId(), name)
                .or(() -> MailSettings.exceptions(kind, console()).contains(client.getClientId())
                        ? Optional.of(!ofRealm(kind))
                        : Optional.empty());
    }

    private boolean ofRealm(MailKind kind) {
        String name = attribute(kind);
        return read(realm.getAttribute(name), "realm " + realm.getName(), name)
                .orElseGet(() -> MailSettings.of(kind).in(console()));
    }

    private Optional<Boolean> ofProject(String name, ProjectId project) {
        return OrganizationLookup.evenWhereOff(session)
                .byId(project)
                .flatMap(organization -> organization.getAttributes().getOrDefault(name, List.of()).stream()
                        .findFirst())
                .flatMap(value -> read(value, "organization " + project.value(), name));
    }

    /** What was set in the admin console, where anything was. */
    private Map<String, String> console() {
        RequiredActionConfigModel config = realm.getRequiredActionConfigByAlias(MailSettings.ID);
        return config == null ? Map.of() : config.getConfig();
    }

    private static Optional<Boolean> read(@Nullable String value, String where, String name) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        return switch (value.trim()) {
            case "on" -> Optional.of(true);
            case "off" -> Optional.of(false);
            default -> {
                Misconfiguration.tell(
                        "The attribute %s of %s is neither 'on' nor 'off', so it is ignored".formatted(name, where));
                yield Optional.empty();
            }
        };
    }
}
