package dev.atrium.provisioning.hook;

import dev.atrium.core.hook.HookId;
import dev.atrium.directory.component.ComponentProject;
import dev.atrium.directory.component.ComponentSecrets;
import dev.atrium.directory.component.ProjectComponents;
import dev.atrium.rest.hook.HookProvider;
import dev.atrium.rest.hook.HookProviderFactory;
import dev.atrium.support.store.AtriumStoreProvider;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.TimerProvider;

/** Says what a hook is made of, so that Keycloak keeps, exports and imports it and hides its secrets. */
public final class HooksFactory implements HookProviderFactory {
    private static final HookProvider HOOK = () -> {};
    private static final long CLEANING = Duration.ofHours(1).toMillis();

    @Override
    public HookProvider create(KeycloakSession session) {
        return HOOK;
    }

    @Override
    public HookProvider create(KeycloakSession session, ComponentModel model) {
        return HOOK;
    }

    @Override
    public String getId() {
        return HookComponent.PROVIDER_ID;
    }

    @Override
    public String getHelpText() {
        return "Another system whose events invite, create, change or deactivate people.";
    }

    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel model) {
        if (HookComponent.read(model).isEmpty()) {
            throw new ComponentValidationException("This is not a hook");
        }
        ComponentSecrets.check(model);
    }

    @Override
    public void preRemove(KeycloakSession session, RealmModel realm, ComponentModel model) {
        HookId.parse(model.getId())
                .ifPresent(id -> session.getProvider(AtriumStoreProvider.class)
                        .hookCalls(realm)
                        .remove(id));
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        List<ProviderConfigProperty> own = List.of(
                property(HookComponent.ACTIVE, ProviderConfigProperty.BOOLEAN_TYPE),
                property(HookComponent.CLIENT, ProviderConfigProperty.STRING_TYPE),
                property(HookComponent.POLICIES, ProviderConfigProperty.STRING_TYPE),
                property(HookComponent.MAPPING, ProviderConfigProperty.TEXT_TYPE));
        return Stream.of(own, ComponentProject.properties(), ComponentSecrets.properties())
                .flatMap(List::stream)
                .toList();
    }

    /** Hooks are made by the admin REST only, which asks for more rights than Keycloak does for components. */
    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(HooksFactory::onEvent);
        factory.register(new ProjectComponents(HookProvider.class, HookComponent::switchOff));
    }

    private static void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent migrated) {
            KeycloakModelUtils.runJobInTransaction(migrated.getFactory(), HooksFactory::schedule);
        }
    }

    private static void schedule(KeycloakSession session) {
        session.getProvider(TimerProvider.class)
                .schedule(
                        new ClusterAwareScheduledTaskRunner(
                                session.getKeycloakSessionFactory(), new HookCallRetentionTask(), CLEANING),
                        CLEANING);
    }

    private static ProviderConfigProperty property(String name, String type) {
        return new ProviderConfigProperty(name, name, "", type, null);
    }
}
