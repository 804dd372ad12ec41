package dev.atrium.invitations.page;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.directory.account.UnverifiedAccountTakeover;
import dev.atrium.directory.account.UsableCredentials;
import dev.atrium.invitations.link.Landing;
import dev.atrium.invitations.link.Link;
import dev.atrium.support.time.KeycloakClock;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Somebody who has no way to sign in yet gets one; for whoever has one, the link is good for nothing. */
final class FirstCredential implements LinkTarget {
    /** Kept longer than the link lives, for clocks differ. */
    private static final Duration SLACK = Duration.ofMinutes(5);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Link link;
    private final Landing landing;
    private final Optional<UserModel> user;

    FirstCredential(KeycloakSession session, Link link) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.link = link;
        this.landing = Landing.of(session, link.client(), link.project());
        this.user = Optional.ofNullable(session.users().getUserById(realm, link.subject()))
                .filter(UserModel::isEnabled)
                .filter(this::hasTheAddress);
    }

    @Override
    public Optional<UserModel> user() {
        return user;
    }

    @Override
    public String address() {
        return link.mailedTo().map(EmailAddress::value).orElse("");
    }

    @Override
    public Optional<ProjectId> project() {
        return landing.project();
    }

    @Override
    public LinkPage page() {
        if (link.expiredAt(KeycloakClock.INSTANCE.instant())) {
            return withNewLink(LinkPage.problem("atrium.link.credential.expired", ""));
        }
        if (user.isEmpty()) {
            return LinkPage.problem("atrium.link.credential.void", "");
        }
        if (new UsableCredentials(session, realm).has(user.get())) {
            return landing.home(session)
                    .map(home ->
                            LinkPage.problem("atrium.link.credential.there", "").way(home, "atrium.link.signin"))
                    .orElseGet(() -> LinkPage.problem("atrium.link.credential.there", ""));
        }
        if (session.revokedTokens().contains(key())) {
            return withNewLink(LinkPage.problem("atrium.link.credential.used", ""));
        }
        return LinkPage.of(
                        PageLine.of("atrium.link.credential.title"),
                        PageLine.of("atrium.link.credential.text", address()))
                .button("continue", PageLine.of("atrium.link.credential.button"));
    }

    @Override
    public Response act() {
        if (!session.revokedTokens().put(key(), remaining().plus(SLACK).toSeconds())) {
            return new PageResponse(session).of(page());
        }
        UserModel person = user.orElseThrow();
        Optional.ofNullable(person.getEmail())
                .flatMap(EmailAddress::parse)
                .filter(link::proves)
                .ifPresent(proven -> new UnverifiedAccountTakeover(session).byMail(person));
        return new LoginContinuation(session, landing).asKnown(person);
    }

    private LinkPage withNewLink(LinkPage page) {
        return realm.isResetPasswordAllowed()
                ? page.way(LoginContinuation.newLink(session, landing), "atrium.link.credential.again")
                : page;
    }

    private String key() {
        return "atrium-link." + link.key();
    }

    private Duration remaining() {
        return Duration.between(Instant.ofEpochMilli(KeycloakClock.INSTANCE.millis()), link.expires());
    }

    private boolean hasTheAddress(UserModel found) {
        return Optional.ofNullable(found.getEmail())
                .flatMap(EmailAddress::parse)
                .filter(link::proves)
                .isPresent();
    }
}
