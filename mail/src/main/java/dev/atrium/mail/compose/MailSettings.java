package dev.atrium.mail.compose;

import dev.atrium.outbox.message.MailKind;
import dev.atrium.support.config.ConfigOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.userprofile.ValidationException;
import org.keycloak.validate.ValidationError;

/**
 * Which mails a realm sends, as a form in the admin console: a required action that nobody is ever asked to do, for it
 * is the one place that the console gives extensions for settings of a realm.
 */
public final class MailSettings implements RequiredActionFactory {
    static final String ID = "atrium-mails";

    /** The switch of a kind of mail. */
    static ConfigOption<Boolean> of(MailKind kind) {
        return ConfigOption.toggle(
                new ConfigOption.Words(
                        kind.id(), kind.label(), kind.help() + " A project or a client can override this."),
                true);
    }

    /** The clients that do otherwise than the realm. */
    static Set<String> exceptions(MailKind kind, Map<String, String> settings) {
        return Arrays.stream(otherwise(kind).in(settings).split("[\\s,]+")).collect(Collectors.toUnmodifiableSet());
    }

    private static ConfigOption<String> otherwise(MailKind kind) {
        ConfigOption.Words words = new ConfigOption.Words(
                kind.id() + ".clients",
                kind.label() + ": exceptions for clients",
                "Client IDs, separated by spaces. For these clients, the opposite of the switch above applies.");
        return new ConfigOption<>(words, ProviderConfigProperty.STRING_TYPE, "", List.of(), Optional::of);
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new SettingsOnlyRequiredAction();
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayText() {
        return "Atrium mails (settings only)";
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return Arrays.stream(MailKind.values())
                .flatMap(kind -> Stream.of(of(kind).property(), otherwise(kind).property()))
                .toList();
    }

    /** Refuses what is neither on nor off, or would have no effect, as an attribute of the realm says otherwise. */
    @Override
    public void validateConfig(KeycloakSession session, RealmModel realm, RequiredActionConfigModel model) {
        for (MailKind kind : MailKind.values()) {
            of(kind).problem(model.getConfig()).ifPresent(problem -> {
                throw new ValidationException(new ValidationError(ID, kind.id(), problem));
            });
            String attribute = realm.getAttribute(MailSwitches.attribute(kind));
            String wanted = of(kind).in(model.getConfig()) ? "on" : "off";
            if (attribute != null && !attribute.equals(wanted)) {
                throw new ValidationException(new ValidationError(
                        ID, kind.id(), "The realm's attribute " + MailSwitches.attribute(kind) + " says " + attribute));
            }
        }
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
