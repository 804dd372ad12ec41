package dev.atrium.authenticators.secondfactor;

import dev.atrium.authenticators.stage.BrowserSession;
import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.core.factor.FactorKind;
import dev.atrium.core.login.LoginMethod;
import dev.atrium.core.login.LoginMethod.Own;
import dev.atrium.directory.factor.Brought;
import dev.atrium.directory.factor.ProvenMethods;
import dev.atrium.directory.factor.SecondFactor;
import dev.atrium.directory.factor.SignInProof;
import dev.atrium.directory.login.CheckedCredentials;
import dev.atrium.directory.login.UsedMethods;
import dev.atrium.support.time.KeycloakClock;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.Constants;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/** What a person has proven in this sign-in, together with the session of this browser that it goes on with. */
record SignInFacts(StageContext context, Optional<UserSessionModel> browser, List<String> credentials) {
    static SignInFacts of(StageContext context) {
        return new SignInFacts(
                context,
                BrowserSession.of(context.session(), context.user()),
                CheckedCredentials.claim(context.authSession(), context.user()));
    }

    /** Notes a second factor that the steps of the flow have checked, though nobody asks for it here: another project may, later. */
    static void note(StageContext context) {
        if (CheckedCredentials.claim(context.authSession(), context.user()).stream()
                .anyMatch(type -> FactorKind.ofCredentialType(type).isPresent())) {
            of(context).noteFactor();
        }
    }

    /** What is proven by now; a factor that the steps of the flow have checked, or that was set up just now, is noted as well. */
    SignInProof noteProof() {
        noteFactor();
        Enrolment.finished(context).ifPresent(this::noteEnrolment);
        SignInProof now = SignInProof.of(context.session(), context.authSession(), context.userId());
        SignInProof withChecked =
                new SignInProof(context.session(), now.factor(), now.brought(), union(now.methods(), checkedMethods()));
        return browser.map(session -> withChecked.and(SignInProof.of(context.session(), session)))
                .orElse(withChecked);
    }

    /** Has the session keep all methods that were used in it, with this one. */
    void keep(SignInProof proof, LoginMethod... more) {
        ProvenMethods.NOTE.put(
                context.authSession(), new ProvenMethods(context.userId(), union(proof.methods(), Set.of(more))));
    }

    void pass(FactorKind kind) {
        SecondFactor.NOTE.put(
                context.authSession(),
                new SecondFactor(context.userId(), kind.credentialType(), KeycloakClock.INSTANCE.instant()));
    }

    /** Whether this would be a second factor beside what was checked already, if it was passed now. */
    boolean wouldBeSecond(FactorKind kind) {
        Set<FactorKind> passed = passed();
        boolean first = isFirstChecked(passed);
        passed.add(kind);
        return FactorKind.second(passed, first, kind == FactorKind.PASSKEY).isPresent();
    }

    /** Of what the steps of the flow have checked; the session of the browser has its own note. */
    private void noteFactor() {
        boolean known = Stream.concat(
                        SecondFactor.NOTE.in(context.authSession()).stream(),
                        browser.flatMap(SecondFactor.NOTE::in).stream())
                .anyMatch(factor -> factor.user().equals(context.userId()));
        if (!known) {
            Set<FactorKind> passed = passed();
            FactorKind.second(passed, isFirstChecked(passed), passkeyVerifies()).ifPresent(this::pass);
        }
    }

    /** Whoever has just set one up has shown that they have it. */
    private void noteEnrolment(EnrolmentWay way) {
        pass(way.kind());
        way.method()
                .ifPresent(method ->
                        keep(SignInProof.of(context.session(), context.authSession(), context.userId()), method));
    }

    private Set<FactorKind> passed() {
        Set<FactorKind> kinds = EnumSet.noneOf(FactorKind.class);
        credentials.forEach(type -> FactorKind.ofCredentialType(type).ifPresent(kinds::add));
        boolean oneProof = isPasswordOfMailbox();
        methods()
                .filter(method -> method != Own.EMAIL_CODE || !oneProof)
                .forEach(method -> kindOf(method).ifPresent(kinds::add));
        return kinds;
    }

    /** Whoever reads the mails can set the password by one, where people may: together with a code by mail that is one factor. */
    private boolean isPasswordOfMailbox() {
        return context.authSession().getRealm().isResetPasswordAllowed()
                && (credentials.contains(PasswordCredentialModel.TYPE)
                        || methods().anyMatch(Own.PASSWORD::equals));
    }

    /** A password, or an identity provider; or a way that left no trace, such as the link of a mail. */
    private boolean isFirstChecked(Set<FactorKind> passed) {
        return passed.isEmpty()
                || credentials.contains(PasswordCredentialModel.TYPE)
                || methods().anyMatch(method -> kindOf(method).isEmpty());
    }

    /** By which this person came, now and before. */
    private Stream<LoginMethod> methods() {
        return Stream.concat(
                Brought.method(context.authSession(), context.userId()).stream(),
                browser.map(UsedMethods::of).stream()
                        .flatMap(used -> used.provider().map(Stream::of).orElseGet(used::methods)));
    }

    private static Optional<FactorKind> kindOf(LoginMethod method) {
        return method == Own.PASSKEY
                ? Optional.of(FactorKind.PASSKEY)
                : Optional.of(FactorKind.EMAIL_CODE).filter(code -> method == Own.EMAIL_CODE);
    }

    private Set<LoginMethod> checkedMethods() {
        Set<LoginMethod> methods = new HashSet<>();
        if (credentials.contains(PasswordCredentialModel.TYPE)) {
            methods.add(Own.PASSWORD);
        }
        if (credentials.contains(FactorKind.PASSKEY.credentialType())) {
            methods.add(Own.PASSKEY);
        }
        return methods;
    }

    private boolean passkeyVerifies() {
        return Constants.WEBAUTHN_POLICY_OPTION_REQUIRED.equals(
                context.authSession().getRealm().getWebAuthnPolicyPasswordless().getUserVerificationRequirement());
    }

    private static Set<LoginMethod> union(Set<LoginMethod> one, Set<LoginMethod> other) {
        Set<LoginMethod> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }
}
