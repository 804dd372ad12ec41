package dev.atrium.directory.component;

import dev.atrium.core.webhook.Subscription;
import dev.atrium.core.webhook.SubscriptionId;
import dev.atrium.core.webhook.TypePattern;
import dev.atrium.core.webhook.WebhookUrl;
import dev.atrium.support.webhook.WebhookProvider;
import java.util.List;
import java.util.Optional;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/** How a subscription is written as a component of its realm. */
public final class SubscriptionComponent {
    public static final String PROVIDER_ID = "subscription";
    public static final String URL = "url";
    public static final String EVENTS = "events";
    public static final String DESCRIPTION = "description";
    public static final String ACTIVE = "active";
    public static final String SWITCHED_OFF = "switched-off";

    static final String TYPE = WebhookProvider.class.getName();

    private SubscriptionComponent() {}

    /** Empty for a component that is none. */
    public static Optional<Subscription> read(ComponentModel component) {
        List<Optional<TypePattern>> types = component.getConfig().getList(EVENTS).stream()
                .map(TypePattern::parse)
                .toList();
        Optional<SubscriptionId> id = Optional.ofNullable(component.getId())
                .or(() -> Optional.of("new"))
                .flatMap(SubscriptionId::parse);
        Optional<WebhookUrl> url = Optional.ofNullable(component.get(URL)).flatMap(WebhookUrl::parse);
        if (id.isEmpty() || url.isEmpty() || types.isEmpty() || types.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(new Subscription(
                id.get(),
                url.get(),
                types.stream().flatMap(Optional::stream).toList(),
                ComponentProject.of(component),
                component.get(DESCRIPTION, ""),
                component.get(ACTIVE, true),
                Optional.ofNullable(component.get(SWITCHED_OFF))));
    }

    static ComponentModel create(RealmModel realm, Subscription subscription) {
        ComponentModel component = new ComponentModel();
        component.setId(subscription.id().value());
        component.setParentId(realm.getId());
        component.setProviderType(TYPE);
        component.setProviderId(PROVIDER_ID);
        write(subscription, component);
        return component;
    }

    /** What is told of a project that is not there. */
    public static void switchOff(ComponentModel component) {
        component.put(ACTIVE, false);
        component.put(SWITCHED_OFF, "Its project does not exist: choose another one, and switch it on.");
    }

    static void write(Subscription subscription, ComponentModel component) {
        component.setName(subscription.url().host());
        MultivaluedHashMap<String, String> config = component.getConfig();
        config.putSingle(URL, subscription.url().value().toString());
        config.put(EVENTS, subscription.types().stream().map(TypePattern::text).toList());
        config.putSingle(ACTIVE, String.valueOf(subscription.active()));
        put(config, DESCRIPTION, Optional.of(subscription.description()).filter(text -> !text.isEmpty()));
        ComponentProject.set(component, subscription.project());
        put(config, SWITCHED_OFF, subscription.switchedOff());
    }

    private static void put(MultivaluedHashMap<String, String> config, String name, Optional<String> value) {
        value.ifPresentOrElse(text -> config.putSingle(name, text), () -> config.remove(name));
    }
}
