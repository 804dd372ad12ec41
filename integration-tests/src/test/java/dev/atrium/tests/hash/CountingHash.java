package dev.atrium.tests.hash;

import java.util.concurrent.atomic.AtomicInteger;
import org.keycloak.Config;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.credential.hash.PasswordHashProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.credential.PasswordCredentialModel;

/** Runs in a server under test: no hash at all, but it counts how often one would have been computed. */
public final class CountingHash implements PasswordHashProviderFactory, PasswordHashProvider {
    public static final String ID = "test-counting";

    static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    public PasswordCredentialModel encodedCredential(String password, int iterations) {
        COUNT.incrementAndGet();
        return PasswordCredentialModel.createFromValues(ID, new byte[] {0}, 1, password);
    }

    @Override
    public boolean verify(String password, PasswordCredentialModel credential) {
        COUNT.incrementAndGet();
        return password.equals(credential.getPasswordSecretData().getValue());
    }

    @Override
    public boolean policyCheck(PasswordPolicy policy, PasswordCredentialModel credential) {
        return true;
    }

    @Override
    public PasswordHashProvider create(KeycloakSession session) {
        return this;
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
