package dev.atrium.authenticators.domain;

import dev.atrium.support.note.FlowNote;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What the next page says above all else, once: for example that an identity provider failed.
 *
 * @param key of the message
 * @param name what it is about; may be empty
 */
record Notice(String key, String name) {
    private static final FlowNote<Notice> NOTE =
            new FlowNote<>("atrium.notice", notice -> notice.key + " " + notice.name, text -> Optional.of(parse(text)));

    static Notice of(String key) {
        return new Notice(key, "");
    }

    void put(AuthenticationSessionModel authSession) {
        NOTE.put(authSession, this);
    }

    static boolean isWaiting(AuthenticationSessionModel authSession) {
        return NOTE.in(authSession).isPresent();
    }

    static LoginFormsProvider on(LoginFormsProvider page, AuthenticationSessionModel authSession) {
        Optional<Notice> waiting = NOTE.in(authSession);
        NOTE.remove(authSession);
        return waiting.map(notice -> page.setError(notice.key, notice.name)).orElse(page);
    }

    private static Notice parse(String text) {
        int end = text.indexOf(' ');
        return new Notice(text.substring(0, end), text.substring(end + 1));
    }
}
