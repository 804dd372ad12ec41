package dev.atrium.directory.factor;

import dev.atrium.core.account.UserId;
import dev.atrium.core.factor.FactorKind;
import dev.atrium.core.factor.SignInRequirements;
import dev.atrium.core.login.LoginMethod;
import dev.atrium.directory.login.UsedMethods;
import dev.atrium.directory.project.Project;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What of a person's sign-in is proven.
 *
 * @param brought the identity provider that said there were two factors
 */
public record SignInProof(
        KeycloakSession session,
        Optional<SecondFactor> factor,
        Optional<BroughtFactor> brought,
        Set<LoginMethod> methods) {
    public SignInProof {
        methods = Set.copyOf(methods);
    }

    /** Of a session, which has what its sign-ins proved. */
    public static SignInProof of(KeycloakSession session, UserSessionModel userSession) {
        UserId user = new UserId(userSession.getUser().getId());
        UsedMethods used = UsedMethods.of(userSession);
        Set<LoginMethod> methods =
                used.provider().or(used::own).stream().collect(Collectors.toCollection(HashSet::new));
        ProvenMethods.NOTE
                .in(userSession)
                .filter(known -> known.user().equals(user))
                .ifPresent(known -> methods.addAll(known.methods()));
        return new SignInProof(
                session,
                SecondFactor.NOTE.in(userSession).filter(known -> known.user().equals(user)),
                BroughtFactor.NOTE.in(userSession).filter(known -> known.user().equals(user)),
                methods);
    }

    /** Of a sign-in that is under way. */
    public static SignInProof of(KeycloakSession session, AuthenticationSessionModel authSession, UserId user) {
        Set<LoginMethod> methods =
                Brought.method(authSession, user).stream().collect(Collectors.toCollection(HashSet::new));
        ProvenMethods.NOTE
                .in(authSession)
                .filter(known -> known.user().equals(user))
                .ifPresent(known -> methods.addAll(known.methods()));
        return new SignInProof(
                session,
                SecondFactor.NOTE.in(authSession).filter(known -> known.user().equals(user)),
                BroughtFactor.NOTE.in(authSession).filter(known -> known.user().equals(user)),
                methods);
    }

    /** Whether a factor was shown that is the person's own, and not their mailbox, which may have reset the password as well. */
    public boolean hasShownFactor() {
        return factor.filter(shown -> !shown.kind().equals(FactorKind.EMAIL_CODE.credentialType()))
                .isPresent();
    }

    /** Both together: a sign-in that goes on with a session. */
    public SignInProof and(SignInProof other) {
        Set<LoginMethod> both = new HashSet<>(methods);
        both.addAll(other.methods);
        return new SignInProof(session, factor.or(other::factor), brought.or(other::brought), both);
    }

    /** What the project still asks for, the first thing first. */
    public Optional<UnmetRequirement> unmetOf(Project project) {
        SignInRequirements asked = project.requirements();
        if (asked.problem().isPresent()) {
            return Optional.of(UnmetRequirement.UNREADABLE);
        }
        if (!asked.methods().isEmpty() && asked.methods().stream().noneMatch(methods::contains)) {
            return Optional.of(UnmetRequirement.METHOD);
        }
        return asked.secondFactor() && factor.isEmpty() && !isTrusted(project)
                ? Optional.of(UnmetRequirement.SECOND_FACTOR)
                : Optional.empty();
    }

    /** The word of a provider counts in the project that it belongs to, and where the project says so. */
    private boolean isTrusted(Project project) {
        return brought.map(BroughtFactor::provider)
                .filter(alias -> project.requirements().trustedProviders().contains(alias)
                        || Stream.ofNullable(session.identityProviders().getByAlias(alias))
                                .map(IdentityProviderModel::getOrganizationId)
                                .anyMatch(project.id().value()::equals))
                .isPresent();
    }
}
