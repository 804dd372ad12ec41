package dev.atrium.overrides.check;

import dev.atrium.support.check.StartCheckProvider;
import dev.atrium.support.check.StartCheckProviderFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.common.Version;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.provider.ProviderEvent;

/**
 * Looks at the start whether all that Atrium overrides is still overridden. What needs no database is asked before
 * Keycloak migrates it, so that a server that may not run leaves it as it was.
 */
public final class OverrideCheckFactory implements StartCheckProviderFactory {
    private static final Logger LOG = Logger.getLogger(OverrideCheckFactory.class);
    private static final String DESCRIPTION = "/META-INF/maven/dev.atrium/atrium-keycloak-overrides/pom.properties";
    private static final String ID = "overrides";
    private static final String ACCEPT_VERSION = "accept-version";
    static final String OPTION = "atrium-check--" + ID + "--" + ACCEPT_VERSION;

    private List<String> findings = List.of();

    @Override
    public StartCheckProvider create(KeycloakSession session) {
        return () -> findings;
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void init(Config.Scope config) {
        Verdict verdict = new Verdict();
        AtriumJars.in(Path.of(System.getProperty("kc.home.dir", "."), "providers"))
                .check(running(), verdict);
        KeycloakVersion version = new KeycloakVersion(Version.VERSION);
        version.check(config.get(ACCEPT_VERSION, ""), verdict);
        Classes keycloaks = Classes.of(Provider.class.getClassLoader());
        new MethodCheck(version, keycloaks, Fingerprints.read()).check(OverrideList.read(), verdict);
        verdict.carryOut();
        findings = verdict.findings();
        findings.forEach(LOG::warn);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(this::onEvent);
    }

    @Override
    public void close() {}

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(ACCEPT_VERSION)
                .type("string")
                .helpText("A minor release of Keycloak, such as 26.8, that Atrium is to run with although it was never"
                        + " tried with it. Methods that it overrides and that are gone still end the start.")
                .add()
                .build();
    }

    /** The version of the jar that this class is in. */
    private static Optional<String> running() {
        try (InputStream file = OverrideCheckFactory.class.getResourceAsStream(DESCRIPTION)) {
            Properties properties = new Properties();
            if (file != null) {
                properties.load(file);
            }
            return Optional.ofNullable(properties.getProperty("version"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent migrated) {
            Verdict verdict = new Verdict();
            new ProviderCheck(migrated.getFactory()).check(OverrideList.read(), verdict);
            verdict.carryOut();
        }
    }
}
