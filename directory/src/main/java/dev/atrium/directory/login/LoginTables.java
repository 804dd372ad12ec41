package dev.atrium.directory.login;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.atrium.core.login.ClientMethods;
import dev.atrium.core.login.LoginRules;
import dev.atrium.core.login.TableRow;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.util.JsonSerialization;

/**
 * The two tables of the Domain step: who signs in by which methods, and to which client.
 *
 * @param problems what is wrong with how they are written, in sentences for the administrator
 */
public record LoginTables(LoginRules rules, ClientMethods clients, List<String> problems) {
    public static final String RULES = "atrium.login-rules";
    public static final String CLIENTS = "atrium.client-methods";

    static final LoginTables NONE = new LoginTables(LoginRules.NONE, ClientMethods.NONE, List.of());

    private static final TypeReference<List<Map<String, @Nullable String>>> TABLE = new TypeReference<>() {};

    public LoginTables {
        problems = List.copyOf(problems);
    }

    /** How the admin console shows them. */
    public static List<ProviderConfigProperty> properties() {
        return List.of(
                table(
                        RULES,
                        "Methods by domain",
                        "Key: a domain such as hospital.example, *.hospital.example for all domains below as well, * for"
                                + " any other address, - for user names. Value: password, passkey, email-code, or idp:"
                                + " and the alias of an identity provider; the preferred first, separated by blanks."
                                + " The most specific key decides. Domains of organizations with a linked identity"
                                + " provider need no row."),
                table(
                        CLIENTS,
                        "Methods by client",
                        "Key: a client ID. Value: methods as above. They narrow what the domain allows; where no row and"
                                + " no organization speaks for a domain, they replace password and passkey."));
    }

    private static ProviderConfigProperty table(String name, String label, String help) {
        return new ProviderConfigProperty(name, label, help, ProviderConfigProperty.MAP_TYPE, null);
    }

    public static LoginTables parse(Map<String, String> settings) {
        Optional<List<TableRow>> rules = rows(settings.get(RULES));
        Optional<List<TableRow>> clients = rows(settings.get(CLIENTS));
        LoginRules byDomain = rules.map(LoginRules::parse).orElseGet(() -> LoginRules.unreadable(unreadable(RULES)));
        ClientMethods byClient = clients.map(ClientMethods::parse).orElse(ClientMethods.NONE);
        if (clients.isEmpty()) {
            byDomain = LoginRules.unreadable(unreadable(CLIENTS)); // it may have narrowed any client
        }
        return new LoginTables(
                byDomain,
                byClient,
                Stream.concat(byDomain.problems().stream(), byClient.problems().stream())
                        .toList());
    }

    private static String unreadable(String name) {
        return "The setting '%s' of the Domain step is no table: write it in the admin console, or as JSON such as %s."
                .formatted(name, "[{\"key\": \"hospital.example\", \"value\": \"password\"}]");
    }

    /** As the admin console stores a table; nothing if it is none. */
    private static Optional<List<TableRow>> rows(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.of(List.of());
        }
        try {
            return Optional.ofNullable(JsonSerialization.readValue(text, TABLE))
                    .filter(rows -> rows.stream().allMatch(Objects::nonNull))
                    .map(rows -> rows.stream().map(LoginTables::row).toList());
        } catch (IOException noTable) {
            return Optional.empty();
        }
    }

    private static TableRow row(Map<String, @Nullable String> row) {
        return new TableRow(
                Objects.requireNonNullElse(row.get("key"), ""), Objects.requireNonNullElse(row.get("value"), ""));
    }
}
