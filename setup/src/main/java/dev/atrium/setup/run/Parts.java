package dev.atrium.setup.run;

import dev.atrium.core.membership.MembershipStore;
import dev.atrium.core.policy.AccessPolicyStore;
import dev.atrium.setup.action.RequiredActions;
import dev.atrium.setup.change.Part;
import dev.atrium.setup.flow.BrokerFlows;
import dev.atrium.setup.flow.BrowserFlow;
import dev.atrium.setup.flow.ProviderFlows;
import dev.atrium.setup.policy.StarterPolicies;
import dev.atrium.setup.project.FirstClient;
import dev.atrium.setup.project.FirstMember;
import dev.atrium.setup.project.FirstProject;
import dev.atrium.setup.project.NewClients;
import dev.atrium.setup.project.Organizations;
import dev.atrium.setup.scope.ClientScopes;
import dev.atrium.support.store.AtriumStoreProvider;
import java.time.Clock;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;

/** The parts of what a realm needs, each after those that it builds on. */
record Parts(KeycloakSession session, RealmModel realm, AdminAuth admin, Clock clock) {
    List<Part> of(SetupOrder order) {
        AtriumStoreProvider stores = session.getProvider(AtriumStoreProvider.class);
        MembershipStore memberships = stores.memberships(realm);
        AccessPolicyStore policies = stores.policies(realm);
        return List.of(
                new Organizations(session, realm),
                new BrowserFlow(session, realm, order.browserFlow()),
                new BrokerFlows(session, realm),
                new ProviderFlows(session, realm),
                new RequiredActions(session, realm),
                new ClientScopes(realm, order.scopes()),
                new StarterPolicies(policies),
                new FirstProject(session, realm, clock, order.project()),
                new FirstClient(new NewClients(session, realm, admin), order.client(), order.scopes()),
                new FirstMember(session, new FirstMember.Stores(memberships, policies), clock, order.member()));
    }
}
