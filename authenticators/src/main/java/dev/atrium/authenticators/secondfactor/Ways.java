package dev.atrium.authenticators.secondfactor;

import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.core.factor.FactorKind;
import dev.atrium.core.login.AllowedMethods;
import dev.atrium.core.login.DecidedBy;
import dev.atrium.core.login.LoginMethod;
import dev.atrium.core.login.LoginMethod.Own;
import dev.atrium.directory.factor.ShownFactor;
import dev.atrium.directory.factor.UnmetRequirement;
import dev.atrium.directory.login.LoginPolicy;
import dev.atrium.directory.membership.ActiveMembership;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.credential.PasswordCredentialModel;

/** How a person can give what a project asks for, the preferred first. */
record Ways(StageContext context, SignInFacts facts) {
    private static final List<Way> FACTORS =
            List.of(KeyWay.PASSKEY, KeyWay.SECURITY_KEY, TypedWay.AUTHENTICATOR_APP, TypedWay.RECOVERY_CODE);

    /** What they are asked: for one of the methods, or for a second factor, which they have or set up. */
    Question question(ActiveMembership active, UnmetRequirement unmet, boolean another) {
        List<Way> factors = factors();
        if (unmet == UnmetRequirement.METHOD) {
            List<Way> methods = methods(active.project().requirements().methods());
            List<Way> open = isShown(factors) ? methods : factorsFirst(methods, factors);
            return !open.equals(methods) && factors.containsAll(open)
                    ? new Question(active, Question.Kind.FACTOR, open, another)
                    : new Question(active, Question.Kind.METHOD, open, another);
        }
        return factors.isEmpty()
                ? new Question(active, Question.Kind.SETUP, setups(), another)
                : new Question(active, Question.Kind.FACTOR, factors, another);
    }

    private boolean isShown(List<Way> factors) {
        return factors.isEmpty()
                || facts.noteProof().hasShownFactor()
                || ShownFactor.isIn(context.authSession(), context.userId())
                || facts.browser()
                        .filter(browser -> ShownFactor.isIn(browser, context.userId()))
                        .isPresent();
    }

    /** Whoever has a second factor shows it before they set up another key: it stands in the place of that. */
    private static List<Way> factorsFirst(List<Way> methods, List<Way> factors) {
        return methods.stream()
                .flatMap(way -> way instanceof EnrolmentWay ? factors.stream() : Stream.of(way))
                .distinct()
                .toList();
    }

    /** The second factors that they have. */
    List<Way> factors() {
        return FACTORS.stream()
                .filter(way -> way.factor().filter(this::isOfUse).isPresent())
                .toList();
    }

    /** The second factors that they can set up. */
    List<Way> setups() {
        return Stream.of(EnrolmentWay.AUTHENTICATOR_APP, EnrolmentWay.SECURITY_KEY)
                .filter(way -> facts.wouldBeSecond(way.kind()) && way.isOpenTo(context))
                .<Way>map(way -> way)
                .toList();
    }

    /** Of these methods those that this person may use, within what is decided for them; who has no passkey sets one up. */
    List<Way> methods(List<LoginMethod> asked) {
        AllowedMethods allowed = LoginPolicy.of(context.session()).ofPerson(context.user());
        return asked.stream()
                .filter(method -> allowed.by().source() == DecidedBy.Source.DEFAULT || allowed.allows(method))
                .flatMap(method -> way(method).stream())
                .toList();
    }

    private Optional<Way> way(LoginMethod method) {
        if (method instanceof LoginMethod.Provider provider) {
            return ProviderWay.of(context.session(), provider);
        }
        if (method == Own.PASSKEY) {
            return has(FactorKind.PASSKEY.credentialType())
                    ? Optional.of(KeyWay.PASSKEY)
                    : Optional.<Way>of(EnrolmentWay.PASSKEY).filter(way -> EnrolmentWay.PASSKEY.isOpenTo(context));
        }
        return method == Own.PASSWORD && has(PasswordCredentialModel.TYPE)
                ? Optional.of(TypedWay.PASSWORD)
                : Optional.empty();
    }

    private boolean isOfUse(FactorKind kind) {
        return has(kind.credentialType()) && facts.wouldBeSecond(kind);
    }

    private boolean has(String credentialType) {
        return context.user().credentialManager().isConfiguredFor(credentialType);
    }
}
