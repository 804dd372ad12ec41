package dev.atrium.eventlisteners.webhook;

import dev.atrium.core.webhook.Subscription;
import dev.atrium.directory.component.ComponentProject;
import dev.atrium.directory.component.ComponentSecrets;
import dev.atrium.directory.component.ProjectComponents;
import dev.atrium.directory.component.SubscriptionComponent;
import dev.atrium.support.webhook.WebhookProvider;
import dev.atrium.support.webhook.WebhookProviderFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

/** Says what a subscription is made of, so that Keycloak keeps, exports and imports it and hides its secrets. */
public final class WebhooksFactory implements WebhookProviderFactory {
    private final RefusalEventLimiter refusals = new RefusalEventLimiter();

    @Override
    public WebhookProvider create(KeycloakSession session) {
        return new Webhooks(session, refusals);
    }

    @Override
    public WebhookProvider create(KeycloakSession session, ComponentModel model) {
        return new Webhooks(session, refusals);
    }

    @Override
    public String getId() {
        return SubscriptionComponent.PROVIDER_ID;
    }

    @Override
    public String getHelpText() {
        return "A receiver that is sent events by webhook.";
    }

    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel model) {
        Optional<Subscription> subscription = SubscriptionComponent.read(model);
        if (subscription.isEmpty() || !subscription.get().hasSomethingToTell()) {
            throw new ComponentValidationException("This is not a webhook subscription");
        }
        if (ComponentSecrets.check(model)) {
            model.put(SubscriptionComponent.ACTIVE, false);
            model.put(SubscriptionComponent.SWITCHED_OFF, "It was imported without its secret: rotate the secret.");
        }
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        List<ProviderConfigProperty> own = List.of(
                property(SubscriptionComponent.URL, ProviderConfigProperty.STRING_TYPE),
                property(SubscriptionComponent.EVENTS, ProviderConfigProperty.MULTIVALUED_STRING_TYPE),
                property(SubscriptionComponent.DESCRIPTION, ProviderConfigProperty.STRING_TYPE),
                property(SubscriptionComponent.ACTIVE, ProviderConfigProperty.BOOLEAN_TYPE),
                property(SubscriptionComponent.SWITCHED_OFF, ProviderConfigProperty.STRING_TYPE));
        return Stream.of(own, ComponentProject.properties(), ComponentSecrets.properties())
                .flatMap(List::stream)
                .toList();
    }

    /** Subscriptions are made by Atrium's admin REST only, which checks and records more than Keycloak does. */
    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new ProjectComponents(WebhookProvider.class, SubscriptionComponent::switchOff));
    }

    private static ProviderConfigProperty property(String name, String type) {
        return new ProviderConfigProperty(name, name, "", type, null);
    }
}
