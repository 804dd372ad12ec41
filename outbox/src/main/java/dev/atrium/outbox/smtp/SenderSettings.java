package dev.atrium.outbox.smtp;

import dev.atrium.core.mail.ProjectMail;
import dev.atrium.core.mail.ProjectSmtp;
import dev.atrium.core.mail.SettingProblem;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.outbox.Channel;
import dev.atrium.core.outbox.Destination;
import dev.atrium.directory.project.Projects;
import dev.atrium.support.outbox.DeliveryProvider;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.vault.VaultProvider;
import org.keycloak.vault.VaultStringSecret;

/** Who sends a realm's mails, and by which mail server: its own, or that of the project they are sent for. */
public final class SenderSettings {
    private final KeycloakSession session;
    private final RealmModel realm;

    public SenderSettings(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** What a project says of its mails, without a mail server that cannot be used. */
    public ProjectMail of(ProjectId project) {
        ProjectMail said = new Projects(session).mail(project);
        return said.smtp().flatMap(this::obstacle).map(said::withoutServer).orElse(said);
    }

    /** Where mails for this project go first. */
    Destination destination(Optional<ProjectId> project) {
        String own = project.filter(id -> of(id).smtp().isPresent())
                .map(id -> "/" + id.value())
                .orElse("");
        return new Destination("smtp/" + realm.getId() + own);
    }

    /** The mail settings of the realm, with the sender that the project has of its own. */
    Map<String, String> ofRealm(ProjectMail project) {
        return named(realm.getSmtpConfig(), project);
    }

    /** The mail settings of the project, if it has a mail server of its own. */
    static Optional<Map<String, String>> ofProject(ProjectMail project) {
        return project.smtp().map(ProjectSmtp::config).map(config -> named(config, project));
    }

    private static Map<String, String> named(Map<String, String> config, ProjectMail project) {
        Map<String, String> named = new HashMap<>(config);
        project.senderName().ifPresent(name -> named.put("fromDisplayName", name));
        project.replyTo().ifPresent(address -> {
            named.put("replyTo", address.value());
            named.remove("replyToDisplayName");
        });
        return named;
    }

    private Optional<SettingProblem> obstacle(ProjectSmtp server) {
        if (!factory().areProjectServersAllowed()) {
            return Optional.of(new SettingProblem(
                    ProjectMail.SMTP_HOST,
                    "The operator of this server does not allow projects to have their own mail servers."));
        }
        if (factory().reachable().exclude(server.host())) {
            return Optional.of(new SettingProblem(
                    ProjectMail.SMTP_HOST,
                    "Must be a public address, or in a network that the operator of the server allows."));
        }
        return server.login()
                .filter(login -> !isInVault(login.passwordReference()))
                .map(login -> new SettingProblem(
                        ProjectMail.SMTP_PASSWORD,
                        "Keycloak's vault does not contain " + login.passwordReference() + "."));
    }

    private SmtpDeliveryFactory factory() {
        return (SmtpDeliveryFactory) session.getKeycloakSessionFactory()
                .getProviderFactory(DeliveryProvider.class, DeliveryProvider.idOf(Channel.MAIL));
    }

    /** Keycloak asks a vault that is not there too, and fails. */
    private boolean isInVault(String reference) {
        if (session.getProvider(VaultProvider.class) == null) {
            return false;
        }
        try (VaultStringSecret secret = session.vault().getStringSecret(reference)) {
            return secret.get().isPresent();
        }
    }
}
