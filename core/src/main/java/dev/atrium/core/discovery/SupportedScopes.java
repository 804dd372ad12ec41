package dev.atrium.core.discovery;

import dev.atrium.core.scope.LaunchScope;
import dev.atrium.core.scope.NamedScope;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeKind;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which of a realm's client scopes {@code scopes_supported} lists: SMART's and those of OpenID Connect that SMART uses. The
 * server supports each of them, and more, as a resource scope stands for all that it covers.
 */
public final class SupportedScopes {
    private static final Comparator<Scope> ORDER =
            Comparator.comparing(SupportedScopes::rank).thenComparing(Scope::text);

    private SupportedScopes() {}

    /** Keycloak knows {@code openid} without a client scope of that name. */
    public static List<String> of(Collection<String> clientScopes) {
        return Stream.concat(Stream.of(NamedScope.Name.OPENID.text()), clientScopes.stream())
                .distinct()
                .map(Scope::parse)
                .filter(SupportedScopes::isSupported)
                .sorted(ORDER)
                .map(Scope::text)
                .toList();
    }

    private static boolean isSupported(Scope scope) {
        if (scope instanceof LaunchScope launch) {
            return isSupported(launch);
        }
        return scope.kind() == ScopeKind.RESOURCE
                || NamedScope.Name.OPENID.names(scope)
                || NamedScope.Name.FHIR_USER.names(scope)
                || NamedScope.Name.OFFLINE_ACCESS.names(scope);
    }

    /** A person who is a patient brings their own; any other context takes a capability. */
    private static boolean isSupported(LaunchScope launch) {
        Optional<String> context = launch.context();
        return launch.role().isEmpty()
                && (launch.isPatient()
                        || Capability.isSupported(context.map(type -> "context-standalone-" + type)
                                .orElse("launch-ehr")));
    }

    private static int rank(Scope scope) {
        return switch (scope.kind()) {
            case IDENTITY -> NamedScope.Name.OPENID.names(scope) ? 0 : 1;
            case LAUNCH -> 2;
            case REFRESH -> 3;
            default -> 4;
        };
    }
}
