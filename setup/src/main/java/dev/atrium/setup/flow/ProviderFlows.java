package dev.atrium.setup.flow;

import dev.atrium.setup.change.Change;
import dev.atrium.setup.change.Draft;
import dev.atrium.setup.change.Entry;
import dev.atrium.setup.change.Kind;
import dev.atrium.setup.change.Part;
import dev.atrium.setup.change.Undone;
import dev.atrium.setup.change.Verb;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.authenticators.broker.IdpCreateUserIfUniqueAuthenticatorFactory;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderQuery;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Which flows the identity providers of organizations use; the others keep theirs. */
public final class ProviderFlows implements Part {
    private static final String SEPARATOR = " of ";

    private final KeycloakSession session;
    private final RealmModel realm;

    public ProviderFlows(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.PROVIDER_FLOW);
    }

    @Override
    public void plan(Draft draft) {
        List<IdentityProviderModel> providers = session.identityProviders()
                .getAllStream(IdentityProviderQuery.userAuthentication())
                .filter(provider -> provider.getOrganizationId() != null)
                .toList();
        for (Setting setting : Setting.values()) {
            boolean flowIsGone =
                    realm.getFlowByAlias(setting.flow) == null && draft.record().has(Kind.FLOW, setting.flow);
            if (!flowIsGone) {
                providers.forEach(provider -> plan(provider, setting, draft));
            }
        }
    }

    private void plan(IdentityProviderModel provider, Setting setting, Draft draft) {
        Optional<AuthenticationFlowModel> now = Optional.ofNullable(setting.get(provider))
                .map(realm::getAuthenticationFlowById)
                .or(() -> setting.ownOf(realm));
        String what = "the " + setting.text + " of the identity provider '" + provider.getAlias() + "'";
        if (now.isEmpty()) {
            String name = setting.name() + SEPARATOR + provider.getAlias();
            draft.change(
                    Kind.PROVIDER_FLOW,
                    name,
                    new Change(Verb.SET, what + " to '" + setting.flow + "'", () -> set(provider.getAlias(), setting)));
        } else if (!now.get().getAlias().equals(setting.flow)) {
            draft.remark("Left as it is: " + what + ", '" + now.get().getAlias() + "'. " + setting.advice);
        }
    }

    private Entry set(String alias, Setting setting) {
        IdentityProviderModel provider = session.identityProviders().getByAlias(alias);
        String flow = realm.getFlowByAlias(setting.flow).getId();
        setting.set(provider, flow);
        session.identityProviders().update(provider);
        return new Entry(Kind.PROVIDER_FLOW, setting.name() + SEPARATOR + alias, flow, "", "");
    }

    @Override
    public Undone undo(Entry entry) {
        String[] parts = entry.name().split(SEPARATOR, 2);
        Setting setting = Setting.valueOf(parts[0]);
        IdentityProviderModel provider = session.identityProviders().getByAlias(parts[1]);
        String what = "the " + setting.text + " of the identity provider '" + parts[1] + "'";
        if (provider == null || !entry.id().equals(setting.get(provider))) {
            return Undone.done("Somebody has changed " + what + " already.");
        }
        setting.set(provider, null);
        session.identityProviders().update(provider);
        return Undone.done("Took back " + what + ".");
    }

    private enum Setting {
        FIRST(
                "first login flow",
                BrokerFlows.FIRST,
                "Add the sub-flow 'Atrium existing account' to it (docs/identity-provider.md).") {
            @Override
            @Nullable
            String get(IdentityProviderModel provider) {
                return provider.getFirstBrokerLoginFlowId();
            }

            @Override
            void set(IdentityProviderModel provider, @Nullable String flow) {
                provider.setFirstBrokerLoginFlowId(flow);
            }

            @Override
            Optional<AuthenticationFlowModel> ownOf(RealmModel realm) {
                return Optional.ofNullable(realm.getFirstBrokerLoginFlow())
                        .filter(flow -> !flow.isBuiltIn() || !createsAccounts(realm, flow));
            }
        },
        POST(
                "post login flow",
                BrokerFlows.POST,
                "Project and scopes are asked for after it, by the required action 'Atrium profile and scopes'.") {
            @Override
            @Nullable
            String get(IdentityProviderModel provider) {
                return provider.getPostBrokerLoginFlowId();
            }

            @Override
            void set(IdentityProviderModel provider, @Nullable String flow) {
                provider.setPostBrokerLoginFlowId(flow);
            }

            @Override
            Optional<AuthenticationFlowModel> ownOf(RealmModel realm) {
                return Optional.empty();
            }
        };

        /** Who switches that off in Keycloak's flow lets in nobody who has no account yet. */
        private static boolean createsAccounts(RealmModel realm, AuthenticationFlowModel flow) {
            return new RealmFlows(realm).read(flow).has(IdpCreateUserIfUniqueAuthenticatorFactory.PROVIDER_ID);
        }

        private final String text;
        private final String flow;
        private final String advice;

        Setting(String text, String flow, String advice) {
            this.text = text;
            this.flow = flow;
            this.advice = advice;
        }

        @Nullable
        abstract String get(IdentityProviderModel provider);

        abstract void set(IdentityProviderModel provider, @Nullable String flow);

        /** The flow that an administrator has given to all providers of the realm. */
        abstract Optional<AuthenticationFlowModel> ownOf(RealmModel realm);
    }
}
