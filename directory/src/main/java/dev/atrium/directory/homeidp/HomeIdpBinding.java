package dev.atrium.directory.homeidp;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.directory.project.Projects;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The one answer to whether an identity provider of an organization binds a person, and which: any that they are linked
 * to, whatever their address says, for they can change that themselves; else that of the address's domain.
 */
public final class HomeIdpBinding {
    private final KeycloakSession session;
    private final UserModel user;
    private final List<IdentityProviderModel> identities;
    private final List<IdentityProviderModel> linked;

    private HomeIdpBinding(KeycloakSession session, UserModel user, List<IdentityProviderModel> identities) {
        this.session = session;
        this.user = user;
        this.identities = identities;
        this.linked = identities.stream()
                .filter(provider -> signsIn(session, provider))
                .toList();
    }

    public static HomeIdpBinding of(KeycloakSession session, UserModel user) {
        return new HomeIdpBinding(session, user, identities(session, user));
    }

    /** As it was before they were linked to this provider. */
    public HomeIdpBinding without(String alias) {
        List<IdentityProviderModel> others = identities.stream()
                .filter(provider -> !provider.getAlias().equals(alias))
                .toList();
        return new HomeIdpBinding(session, user, others);
    }

    /** Whether this provider may bring this person. An organization may replace its provider by another of its own. */
    public boolean admits(IdentityProviderModel provider) {
        return isLinkedTo(provider.getAlias())
                || ((linked.isEmpty() || isOfTheSameOrganization(provider))
                        && address()
                                .filter(email -> HomeIdp.maySpeakFor(session, email, provider))
                                .isPresent());
    }

    /** The organizations' providers that they are linked to and that sign people in now, by alias. */
    public List<IdentityProviderModel> linked() {
        return linked;
    }

    public boolean isLinked() {
        return !linked.isEmpty();
    }

    private boolean isLinkedTo(String alias) {
        return linked.stream().anyMatch(provider -> provider.getAlias().equals(alias));
    }

    /** Whether the person belongs to an organization's provider: an address that is not proved makes nobody so. */
    public boolean binds() {
        return isLinked() || (user.isEmailVerified() && ofAddress().isPresent());
    }

    /**
     * The same, also while their provider is switched off, or its organization is: until it is back they sign in as
     * others do, but it finds them as it left them.
     */
    public boolean keeps() {
        return !identities.isEmpty() || binds();
    }

    /** Whether they are linked to this provider of an organization, be it switched off for now. */
    public boolean keepsLinkTo(String alias) {
        return identities.stream().anyMatch(provider -> provider.getAlias().equals(alias));
    }

    private boolean isOfTheSameOrganization(IdentityProviderModel provider) {
        return linked.stream()
                .map(IdentityProviderModel::getOrganizationId)
                .anyMatch(organization -> organization.equals(provider.getOrganizationId()));
    }

    private Optional<IdentityProviderModel> ofAddress() {
        return address().flatMap(email -> HomeIdp.of(session, email));
    }

    private Optional<EmailAddress> address() {
        return Optional.ofNullable(user.getEmail()).flatMap(EmailAddress::parse);
    }

    private static List<IdentityProviderModel> identities(KeycloakSession session, UserModel user) {
        RealmModel realm = session.getContext().getRealm();
        return session.users()
                .getFederatedIdentitiesStream(realm, user)
                .map(FederatedIdentityModel::getIdentityProvider)
                .sorted()
                .map(alias -> Optional.ofNullable(session.identityProviders().getByAlias(alias)))
                .flatMap(Optional::stream)
                .filter(provider -> provider.getOrganizationId() != null)
                .toList();
    }

    /** One that is switched off, or whose organization is, signs nobody in. */
    private static boolean signsIn(KeycloakSession session, IdentityProviderModel provider) {
        return provider.isEnabled()
                && Optional.ofNullable(provider.getOrganizationId())
                        .map(ProjectId::new)
                        .flatMap(new Projects(session)::find)
                        .isPresent();
    }
}
