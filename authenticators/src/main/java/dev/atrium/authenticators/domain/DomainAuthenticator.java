package dev.atrium.authenticators.domain;

import dev.atrium.core.login.LoginMethod;
import dev.atrium.core.login.LoginMethod.Own;
import dev.atrium.core.login.LoginName;
import dev.atrium.core.login.OfferedMethods;
import dev.atrium.directory.login.LoginPolicy;
import dev.atrium.support.note.KeycloakNotes;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.IdentityProviderAuthenticator;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The domain stage: asks who wants to sign in, and decides how they do so.
 *
 * <p>Nobody is looked up here. A name that somebody has and one that nobody has lead to the same page.
 */
final class DomainAuthenticator extends IdentityProviderAuthenticator {
    private final PasskeyAutofill passkeys;
    private final NamePage namePage;

    DomainAuthenticator(KeycloakSession session) {
        this.passkeys = new PasskeyAutofill(session);
        this.namePage = new NamePage(passkeys);
    }

    @Override
    public void authenticate(AuthenticationFlowContext flow) {
        AuthenticationSessionModel authSession = flow.getAuthenticationSession();
        boolean asked = AnotherWay.isTaken(authSession) || flow.getForwardedErrorMessage() != null;
        Optional<OfferedMethods> offered = offered(flow);
        if (offered.isPresent() && (flow.getUser() != null || asked)) {
            goOn(flow, offered.get(), asked);
        } else {
            followHint(flow);
        }
    }

    @Override
    public void action(AuthenticationFlowContext flow) {
        MultivaluedMap<String, String> posted = flow.getHttpRequest().getDecodedFormParameters();
        if (passkeys.isAnswered(flow)) {
            ChosenMethod.NOTE.put(flow.getAuthenticationSession(), Own.PASSKEY);
            passkeys.accept(flow);
        } else if (posted.containsKey(MethodPage.FIELD)) {
            choose(flow, posted.getFirst(MethodPage.FIELD));
        } else if (flow.getUser() != null) {
            authenticate(flow);
        } else {
            type(flow, posted);
        }
    }

    private void type(AuthenticationFlowContext flow, MultivaluedMap<String, String> posted) {
        Optional<LoginName> name = Optional.ofNullable(posted.getFirst(AuthenticationManager.FORM_USERNAME))
                .flatMap(typed -> NamePage.read(flow.getRealm(), typed));
        if (name.isEmpty()) {
            namePage.showInvalid(flow);
            return;
        }
        AuthenticatorUtils.processRememberMe(flow, posted);
        goOnAs(flow, name.get());
    }

    private void goOnAs(AuthenticationFlowContext flow, LoginName name) {
        KeycloakNotes.ATTEMPTED_USERNAME.put(flow.getAuthenticationSession(), name.value());
        goOn(flow, offeredTo(flow, name), false);
    }

    /** With a hint as if it had been typed; nobody chooses for an app which of several methods it is. */
    private void followHint(AuthenticationFlowContext flow) {
        AuthenticationSessionModel authSession = flow.getAuthenticationSession();
        Optional<LoginName> name =
                LoginHint.name(authSession).flatMap(hint -> NamePage.read(flow.getRealm(), hint.value()));
        Optional<LoginMethod> ofDomain = LoginHint.domain(authSession)
                .flatMap(hint -> offeredTo(flow, hint).withoutQuestion())
                .filter(LoginMethod.Provider.class::isInstance);
        if (flow.getForwardedErrorMessage() != null || (name.isEmpty() && ofDomain.isEmpty())) {
            ask(flow);
        } else {
            LoginHint.follow(authSession);
            name.ifPresentOrElse(hint -> goOnAs(flow, hint), () -> use(flow, ofDomain.orElseThrow()));
        }
    }

    /** For the name; where it makes no difference, for the password as well. */
    private void ask(AuthenticationFlowContext flow) {
        AuthenticationSessionModel authSession = flow.getAuthenticationSession();
        LoginPolicy policy = LoginPolicy.of(flow.getSession());
        if (Notice.isWaiting(authSession) || flow.getForwardedErrorMessage() != null || !policy.isTheSameForAll()) {
            namePage.show(flow);
        } else {
            OnePage.begin(authSession);
            Offer.NOTE.put(authSession, new OfferedMethods(policy.byDefault()));
            ChosenMethod.NOTE.put(authSession, Own.PASSWORD);
            flow.success();
        }
    }

    private void choose(AuthenticationFlowContext flow, String text) {
        OfferedMethods offered = offered(flow).orElseGet(() -> OfferedMethods.parse(""));
        Optional<LoginMethod> chosen = LoginMethod.parse(text).filter(offered::has);
        if (chosen.isPresent()) {
            LastMethod.remember(flow.getSession(), chosen.get());
            use(flow, chosen.get());
        } else {
            goOn(flow, offered, true);
        }
    }

    private void goOn(AuthenticationFlowContext flow, OfferedMethods offered, boolean ask) {
        Offer.NOTE.put(flow.getAuthenticationSession(), offered);
        Optional<LoginMethod> only = ask ? Optional.empty() : offered.withoutQuestion();
        if (only.isPresent()) {
            use(flow, only.get());
        } else if (offered.isEmpty()) {
            showNoWay(flow);
        } else {
            MethodPage.show(flow, offered);
        }
    }

    /** The page for another name says why the one that was typed leads nowhere. */
    private void showNoWay(AuthenticationFlowContext flow) {
        AuthenticationSessionModel authSession = flow.getAuthenticationSession();
        AnotherWay.leave(authSession);
        if (Notice.isWaiting(authSession)) {
            namePage.show(flow);
        } else {
            namePage.show(flow, "atrium.method.none");
        }
    }

    private void use(AuthenticationFlowContext flow, LoginMethod method) {
        AuthenticationSessionModel authSession = flow.getAuthenticationSession();
        AnotherWay.leave(authSession);
        if (method instanceof LoginMethod.Provider provider) {
            redirect(flow, provider.alias(), name(flow).orElse(null));
        } else if (method != Own.PASSKEY && name(flow).isEmpty()) {
            ask(flow);
        } else {
            ChosenMethod.NOTE.put(authSession, method);
            flow.success();
        }
    }

    /** What was typed, or the address of whoever is signed in. */
    private static Optional<String> name(AuthenticationFlowContext flow) {
        return Optional.ofNullable(flow.getUser())
                .map(known -> Optional.ofNullable(known.getEmail()).orElse(known.getUsername()))
                .or(() -> KeycloakNotes.ATTEMPTED_USERNAME.in(flow.getAuthenticationSession()));
    }

    /** To whoever is signed in or has typed a name, else what was offered before. */
    private static Optional<OfferedMethods> offered(AuthenticationFlowContext flow) {
        UserModel known = flow.getUser();
        if (known != null) {
            return Optional.of(
                    new Offer(flow).of(LoginPolicy.of(flow.getSession()).ofPerson(known), known));
        }
        AuthenticationSessionModel authSession = flow.getAuthenticationSession();
        return KeycloakNotes.ATTEMPTED_USERNAME
                .in(authSession)
                .flatMap(LoginName::parse)
                .map(name -> offeredTo(flow, name))
                .or(() -> Offer.NOTE.in(authSession));
    }

    private static OfferedMethods offeredTo(AuthenticationFlowContext flow, LoginName name) {
        return new Offer(flow).of(LoginPolicy.of(flow.getSession()).ofName(name));
    }
}
