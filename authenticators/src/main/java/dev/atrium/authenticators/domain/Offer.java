package dev.atrium.authenticators.domain;

import dev.atrium.authenticators.stage.BrowserSession;
import dev.atrium.core.login.AllowedMethods;
import dev.atrium.core.login.DecidedBy.Source;
import dev.atrium.core.login.LoginMethod;
import dev.atrium.core.login.LoginMethod.Own;
import dev.atrium.core.login.OfferedMethods;
import dev.atrium.directory.login.UsedMethods;
import dev.atrium.support.note.FlowNote;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** What of the allowed methods is offered in a sign-in, and in which order. */
final class Offer {
    /** What was offered last, for the pages of the methods. */
    static final FlowNote<OfferedMethods> NOTE =
            new FlowNote<>("atrium.offered", OfferedMethods::text, text -> Optional.of(OfferedMethods.parse(text)));

    private final AuthenticationFlowContext flow;

    Offer(AuthenticationFlowContext flow) {
        this.flow = flow;
    }

    /** For whoever has typed a name, or nothing yet: what this device used last comes first. */
    OfferedMethods of(AllowedMethods allowed) {
        OfferedMethods offered = new OfferedMethods(allowed.methods());
        return LastMethod.of(flow.getSession()).map(offered::preferring).orElse(offered);
    }

    /** For somebody who is signed in and proves it again: what they signed in with comes first. */
    OfferedMethods of(AllowedMethods allowed, UserModel person) {
        List<LoginMethod> used = BrowserSession.of(flow.getSession(), person)
                .map(UsedMethods::of)
                .map(UsedMethods::methods)
                .orElseGet(Stream::empty)
                .toList();
        List<LoginMethod> possible = Stream.concat(broughtBy(used, allowed), allowed.methods().stream())
                .filter(method -> canUse(person, method))
                .toList();
        return new OfferedMethods(possible.isEmpty() ? allowed.methods() : possible).first(used);
    }

    /** Where nothing is said of them, people go on with the provider that brought them. */
    private Stream<LoginMethod> broughtBy(List<LoginMethod> used, AllowedMethods allowed) {
        return used.stream()
                .filter(method -> allowed.by().source() == Source.DEFAULT)
                .filter(method -> method instanceof LoginMethod.Provider provider && isEnabled(provider.alias()));
    }

    private boolean isEnabled(String alias) {
        return Optional.ofNullable(flow.getSession().identityProviders().getByAlias(alias))
                .filter(provider -> provider.isEnabled())
                .isPresent();
    }

    private static boolean canUse(UserModel person, LoginMethod method) {
        if (method == Own.PASSWORD) {
            return person.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE);
        }
        return method != Own.PASSKEY
                || person.credentialManager().isConfiguredFor(WebAuthnCredentialModel.TYPE_PASSWORDLESS);
    }
}
