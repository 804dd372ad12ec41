package dev.atrium.overrides.clientpolicy;

import dev.atrium.core.scope.Scope;
import dev.atrium.directory.scope.AssignedScopes;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyEvent;
import org.keycloak.services.clientpolicy.ClientPolicyVote;
import org.keycloak.services.clientpolicy.condition.AbstractClientPolicyConditionProvider;
import org.keycloak.services.clientpolicy.context.ClientCRUDContext;
import org.keycloak.services.clientpolicy.context.ClientModelContext;

/**
 * Whether a client may request SMART scopes, one of which is assigned to it. It is asked about clients that are about to be
 * made, too, where Keycloak's own conditions that look at a client have nothing to look at; so it also asks for the mark by
 * which an administrator chooses some of them.
 */
final class SmartAppCondition extends AbstractClientPolicyConditionProvider<SmartAppConditionConfiguration> {
    SmartAppCondition(KeycloakSession session) {
        super(session);
    }

    @Override
    public Class<SmartAppConditionConfiguration> getConditionConfigurationClass() {
        return SmartAppConditionConfiguration.class;
    }

    @Override
    public String getProviderId() {
        return SmartAppConditionFactory.ID;
    }

    /**
     * Of a request that nobody has read yet, no executor can say anything that it does not say once it is read. As Keycloak's
     * own conditions it says nothing of an event that names no client, so that they can narrow it down.
     */
    @Override
    public ClientPolicyVote applyPolicy(ClientPolicyContext context) {
        if (context.getEvent() == ClientPolicyEvent.PRE_AUTHORIZATION_REQUEST) {
            return ClientPolicyVote.NO;
        }
        if (context instanceof ClientCRUDContext change) {
            ClientModel made = change.getTargetClient();
            ClientRepresentation wanted = change.getProposedClientRepresentation();
            return vote(configuration.includes(made, wanted), Stream.concat(assigned(made), proposed(wanted)));
        }
        return context instanceof ClientModelContext known
                ? vote(configuration.includes(known.getClient(), null), assigned(known.getClient()))
                : ClientPolicyVote.ABSTAIN;
    }

    private static ClientPolicyVote vote(boolean included, Stream<String> scopes) {
        return included && scopes.anyMatch(name -> Scope.parse(name).concernsFhir())
                ? ClientPolicyVote.YES
                : ClientPolicyVote.NO;
    }

    private static Stream<String> assigned(@Nullable ClientModel client) {
        return Stream.ofNullable(client).flatMap(AssignedScopes::names);
    }

    /** A client that names no scopes gets those of the realm. */
    private Stream<String> proposed(@Nullable ClientRepresentation client) {
        return Stream.ofNullable(client)
                .flatMap(made -> Stream.concat(
                        names(made.getDefaultClientScopes(), true), names(made.getOptionalClientScopes(), false)));
    }

    private Stream<String> names(@Nullable List<String> named, boolean byDefault) {
        return Optional.ofNullable(named)
                .map(Collection::stream)
                .orElseGet(() -> session.getContext()
                        .getRealm()
                        .getDefaultClientScopesStream(byDefault)
                        .map(ClientScopeModel::getName));
    }
}
