package dev.atrium.outbox.smtp;

import dev.atrium.core.mail.ProjectMail;
import dev.atrium.core.mail.SettingProblem;
import dev.atrium.core.network.ReachableAddresses;
import dev.atrium.core.outbox.DeliveryResult;
import dev.atrium.core.outbox.OutgoingMessage;
import dev.atrium.support.outbox.DeliveryProvider;
import dev.atrium.support.time.KeycloakClock;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailAuthenticator;
import org.keycloak.email.EmailAuthenticator.AuthenticatorType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.truststore.JSSETruststoreConfigurator;

/**
 * Sends mails by SMTP: by the mail server of the project they are sent for, if it has one of its own, else by the
 * realm's.
 *
 * <p>A project's server that nobody can sign in to is passed by after a while, so that its mails are late, not lost.
 */
final class SmtpDelivery implements DeliveryProvider {
    private static final Logger LOG = Logger.getLogger(SmtpDelivery.class);
    private static final String SERVER = "atrium.smtp.";
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final KeycloakSession session;
    private final ReachableAddresses reachable;
    private final Map<AuthenticatorType, EmailAuthenticator> authenticators;

    /**
     * Mails of these sessions.
     *
     * @param reachable where projects may have their servers
     */
    SmtpDelivery(
            KeycloakSession session,
            ReachableAddresses reachable,
            Map<AuthenticatorType, EmailAuthenticator> authenticators) {
        this.session = session;
        this.reachable = reachable;
        this.authenticators = authenticators;
    }

    @Override
    public DeliveryResult deliver(RealmModel realm, OutgoingMessage message, Duration atMost) {
        Optional<String> over = new OutdatedMails(session, realm).reason(message);
        return over.<DeliveryResult>map(DeliveryResult.Refused::new).orElseGet(() -> send(realm, message, atMost));
    }

    private DeliveryResult send(RealmModel realm, OutgoingMessage message, Duration atMost) {
        SenderSettings senders = new SenderSettings(session, realm);
        ProjectMail project = message.project().map(senders::of).orElse(ProjectMail.NOTHING);
        tell(project, message);
        Optional<Map<String, String>> own = SenderSettings.ofProject(project);
        if (own.isEmpty()) {
            return detour(
                    attempt(senders.ofRealm(project), SmtpDelivery::anywhere, atMost)
                            .send(message),
                    unfit(project));
        }
        boolean patient = message.created().plus(PATIENCE).isAfter(KeycloakClock.INSTANCE.instant());
        Duration first = patient ? atMost : atMost.dividedBy(4); // and there may be a second
        SmtpAttempt attempt = attempt(own.get(), reachable::contains, first);
        DeliveryResult result = attempt.send(message);
        if (!attempt.isPassedBy(result, patient)) {
            return result;
        }
        LOG.warnf(
                "The mail server of project %s cannot be used, so message %s goes through that of realm '%s'",
                message.project().orElseThrow().value(), message.id().value(), realm.getName());
        return detour(
                attempt(senders.ofRealm(project), SmtpDelivery::anywhere, atMost.minus(atMost.dividedBy(4)))
                        .send(message),
                Optional.of("It was sent through the realm's mail server, because the project's cannot be used."));
    }

    private static DeliveryResult detour(DeliveryResult result, Optional<String> why) {
        return result instanceof DeliveryResult.Delivered ? new DeliveryResult.Delivered(why) : result;
    }

    private static Optional<String> unfit(ProjectMail project) {
        String settings = project.problems().stream()
                .map(SettingProblem::setting)
                .filter(setting -> setting.startsWith(SERVER))
                .collect(Collectors.joining(", "));
        return settings.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "It was sent through the realm's mail server, because these settings of the project are not valid: "
                                + settings + ".");
    }

    /** Whoever chooses the realm's server may choose any. */
    private static boolean anywhere(InetAddress address) {
        return true;
    }

    private SmtpAttempt attempt(Map<String, String> config, Predicate<InetAddress> reachable, Duration longest) {
        return new SmtpAttempt(
                config,
                SmtpSignIn.asKeycloakDoes(session, config, authenticators),
                new MailRoute(() -> new JSSETruststoreConfigurator(session), reachable),
                longest);
    }

    /** What is not heeded; the admin REST tells it too. */
    private static void tell(ProjectMail project, OutgoingMessage message) {
        if (!project.problems().isEmpty()) {
            LOG.warnf(
                    "These mail settings of project %s are ignored: %s",
                    message.project().orElseThrow().value(),
                    project.problems().stream().map(SettingProblem::setting).collect(Collectors.joining(", ")));
        }
    }

    @Override
    public void close() {}
}
