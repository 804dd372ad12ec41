package dev.atrium.passwordhash.provider;

import dev.atrium.passwordhash.computer.ProcessorTime;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.credential.hash.Salt;
import org.keycloak.crypto.hash.Argon2PasswordHashProviderFactory;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.dto.PasswordCredentialData;

/**
 * Hashes passwords as Keycloak's provider does, and stores them alike. What the elected way cannot compute, Keycloak's own
 * does, and also what is compared with it.
 */
final class Argon2HashProvider implements PasswordHashProvider {
    /** Makes a hash a part of the request's trace, as Keycloak does with its own. */
    @FunctionalInterface
    interface Tracing {
        Optional<byte[]> span(Supplier<Optional<byte[]>> hash);
    }

    private final PasswordHashProvider keycloaks;
    private final Argon2Settings settings;
    private final ServingComputer serving;
    private final Tracing tracing;

    Argon2HashProvider(
            PasswordHashProvider keycloaks, Argon2Settings settings, ServingComputer serving, Tracing tracing) {
        this.tracing = tracing;
        this.keycloaks = keycloaks;
        this.settings = settings;
        this.serving = serving;
    }

    @Override
    public boolean policyCheck(PasswordPolicy policy, PasswordCredentialModel credential) {
        return keycloaks.policyCheck(policy, credential);
    }

    @Override
    public PasswordCredentialModel encodedCredential(String password, int iterations) {
        byte[] salt = Salt.generateSalt();
        Argon2Settings used = settings.with(iterations);
        return digest(password, salt, used)
                .map(digest -> PasswordCredentialModel.createFromValues(
                        Argon2PasswordHashProviderFactory.ID,
                        salt,
                        used.iterations(),
                        used.stored(),
                        Base64.getEncoder().encodeToString(digest)))
                .filter(made -> checked(true, password, made))
                .orElseGet(() -> keycloaks.encodedCredential(password, iterations));
    }

    @Override
    public boolean verify(String password, PasswordCredentialModel stored) {
        PasswordCredentialData data = stored.getPasswordCredentialData();
        Optional<byte[]> digest =
                digest(password, stored.getPasswordSecretData().getSalt(), Argon2Settings.of(data));
        return digest.isPresent()
                ? checked(Argon2Digest.isSame(digest.get(), stored), password, stored)
                : keycloaks.verify(password, stored);
    }

    @Override
    public String credentialHashingStrength(PasswordCredentialModel credential) {
        return keycloaks.credentialHashingStrength(credential);
    }

    @Override
    public void close() {
        keycloaks.close();
    }

    private Optional<byte[]> digest(String password, byte @Nullable [] salt, Argon2Settings used) {
        return tracing.span(() -> serving.digest(password, salt, used));
    }

    /** What was found, unless this is one to compare and Keycloak finds otherwise. */
    private boolean checked(boolean found, String password, PasswordCredentialModel stored) {
        Argon2Settings used = Argon2Settings.of(stored.getPasswordCredentialData());
        if (!serving.isCheckDue(used)) {
            return found;
        }
        long begin = ProcessorTime.now();
        boolean right = keycloaks.verify(password, stored);
        if (right == found) {
            serving.foundRight(used, ProcessorTime.now() - begin);
        } else {
            serving.foundWrong();
        }
        return right;
    }
}
