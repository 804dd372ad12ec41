package dev.atrium.authenticators.broker;

import dev.atrium.core.broker.EmailTrust;
import dev.atrium.support.note.KeycloakNotes;
import java.util.List;
import java.util.Optional;
import org.keycloak.broker.provider.AbstractIdentityProviderMapper;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderSyncMode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.Booleans;

/**
 * Sees to it that nobody gets an e-mail address from an identity provider that may not vouch for it: at the first
 * sign-in, at every later one, and when an identity is linked. The storage of identity providers has it run for every
 * provider, before and after all mappers that a realm has of its own, which may change the address as well.
 */
public final class BrokeredEmailMapper extends AbstractIdentityProviderMapper {
    public static final String ID = "atrium-brought-email";

    /** The id of the mapper that runs before all others. */
    public static final String FIRST = ID + "-first";

    /** The id of the mapper that runs after all others. */
    public static final String LAST = ID + "-last";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void preprocessFederatedIdentity(
            KeycloakSession session,
            RealmModel realm,
            IdentityProviderMapperModel mapper,
            BrokeredIdentityContext identity) {
        if (!LAST.equals(mapper.getId())) {
            return;
        }
        ProviderStatement.read(identity);
        BrokeredEmail brought = new BrokeredEmail(session, identity);
        Optional<String> email = brought.settle();
        if (email.isEmpty()) {
            return;
        }
        EmailTrust trust = brought.trust(email.get());
        if (trust == EmailTrust.REFUSED) {
            throw new EmailRefusal(session, realm, identity).end();
        }
        Optional<BrokeredAccount> account = BrokeredAccount.of(session, realm, identity);
        account.ifPresent(found -> new AddressProof(session, found.user()).rememberWhetherUnproven(brought));
        if (account.filter(found -> !found.mayTake(email.get(), trust, identity.getIdpConfig()))
                .isPresent()) {
            identity.setEmail(null);
        }
    }

    @Override
    public void importNewUser(
            KeycloakSession session,
            RealmModel realm,
            UserModel user,
            IdentityProviderMapperModel mapper,
            BrokeredIdentityContext identity) {
        if (!LAST.equals(mapper.getId())) {
            return;
        }
        ProviderStatement.note(identity, user);
        Optional<EmailTrust> trust =
                BrokeredEmail.text(user.getEmail()).map(new BrokeredEmail(session, identity)::trustUnlessTyped);
        if (trust.filter(EmailTrust.REFUSED::equals).isPresent()) {
            throw new EmailRefusal(session, realm, identity).end();
        }
        if (trust.filter(EmailTrust.CLAIMED::equals).isPresent()) {
            leaveUnverified(session, realm, identity);
        }
    }

    /** Without a sign-in, as where a token is exchanged, Keycloak takes the address of a trusted provider as verified afterwards. */
    private static void leaveUnverified(KeycloakSession session, RealmModel realm, BrokeredIdentityContext identity) {
        AuthenticationSessionModel authSession = identity.getAuthenticationSession();
        if (authSession != null) {
            KeycloakNotes.EMAIL_TYPED.put(authSession, true);
        } else if (Booleans.isTrue(identity.getIdpConfig().isTrustEmail())) {
            throw new EmailRefusal(session, realm, identity).end();
        }
    }

    @Override
    public void updateBrokeredUser(
            KeycloakSession session,
            RealmModel realm,
            UserModel user,
            IdentityProviderMapperModel mapper,
            BrokeredIdentityContext identity) {
        if (LAST.equals(mapper.getId())) {
            BrokeredEmail brought = new BrokeredEmail(session, identity);
            EmailBeforeMappers.beforeMappers(session, user).ifPresent(own -> own.keep(brought, user));
            new AddressProof(session, user).take(brought);
            ProviderStatement.note(identity, user);
        } else {
            EmailBeforeMappers.remember(session, user);
        }
    }

    /** None: it is not for administrators to add. */
    @Override
    public String[] getCompatibleProviders() {
        return new String[0];
    }

    @Override
    public String getDisplayCategory() {
        return "Atrium";
    }

    @Override
    public String getDisplayType() {
        return "Atrium e-mail address";
    }

    @Override
    public String getHelpText() {
        return "Rejects an e-mail address that the identity provider is not allowed to vouch for.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public boolean supportsSyncMode(IdentityProviderSyncMode syncMode) {
        return true;
    }
}
