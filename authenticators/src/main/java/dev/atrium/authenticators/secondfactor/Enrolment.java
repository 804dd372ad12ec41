package dev.atrium.authenticators.secondfactor;

import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.support.note.FlowNote;
import dev.atrium.support.time.KeycloakClock;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A second factor that somebody is to set up, because a project asks for one and they have none. Keycloak's required action does
 * it, before anything is issued; then the stages begin again.
 *
 * @param since when they were sent there
 */
public record Enrolment(EnrolmentWay way, Instant since) {
    private static final FlowNote<Enrolment> NOTE =
            new FlowNote<>("atrium.enrolment", Enrolment::text, Enrolment::parse);

    /** Whether somebody is at it; until they are done, no stage has anything to ask. */
    public static boolean isPending(AuthenticationSessionModel authSession) {
        return NOTE.in(authSession)
                .filter(enrolment -> enrolment.isOpen(authSession))
                .isPresent();
    }

    static void begin(StageContext context, EnrolmentWay way) {
        NOTE.put(context.authSession(), new Enrolment(way, KeycloakClock.INSTANCE.instant()));
        context.authSession().addRequiredAction(way.action());
    }

    /** What was set up since, in this very sign-in; each is told once. */
    static Optional<EnrolmentWay> finished(StageContext context) {
        Optional<Enrolment> enrolment = NOTE.in(context.authSession());
        if (enrolment.filter(one -> one.isOpen(context.authSession())).isPresent()) {
            return Optional.empty();
        }
        NOTE.remove(context.authSession());
        return enrolment.filter(one -> one.isDone(context)).map(Enrolment::way);
    }

    /** Keycloak takes the action off the sign-in when it is done, in this tab and in no other. */
    private boolean isOpen(AuthenticationSessionModel authSession) {
        return authSession.getRequiredActions().contains(way.action());
    }

    /** An action may also end without anything set up, for those who may not. */
    private boolean isDone(StageContext context) {
        return context.user()
                .credentialManager()
                .getStoredCredentialsByTypeStream(way.kind().credentialType())
                .anyMatch(credential ->
                        credential.getCreatedDate() != null && credential.getCreatedDate() >= since.toEpochMilli());
    }

    private String text() {
        return way.name() + " " + since.toEpochMilli();
    }

    private static Optional<Enrolment> parse(String text) {
        String[] parts = text.split(" ", 2);
        return Optional.of(
                new Enrolment(EnrolmentWay.valueOf(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1]))));
    }
}
