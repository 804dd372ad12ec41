package dev.atrium.authenticators.scopes;

import dev.atrium.authenticators.stage.ClientName;
import dev.atrium.core.consent.PublicUrl;
import java.util.Optional;
import org.keycloak.models.ClientModel;

/**
 * Who asks for access: what an admin, or the app when it registered itself, has said of it.
 *
 * @param publisher who makes it; only an admin can say so; empty if nobody has
 * @param logo an {@code https} address; empty if there is none
 * @param terms an {@code https} address; empty if there is none
 * @param privacy an {@code https} address; empty if there is none
 */
public record AskingApp(String name, String publisher, String logo, String terms, String privacy) {
    static final String PUBLISHER = "atrium.publisher";

    private static final int LONGEST = 100;

    static AskingApp of(ClientModel client) {
        return new AskingApp(
                ClientName.of(client),
                text(client, PUBLISHER),
                url(client, ClientModel.LOGO_URI),
                url(client, ClientModel.TOS_URI),
                url(client, ClientModel.POLICY_URI));
    }

    private static String text(ClientModel client, String attribute) {
        return attribute(client, attribute)
                .map(text -> text.codePoints()
                        .filter(c -> !Character.isISOControl(c))
                        .limit(LONGEST)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                        .strip())
                .orElse("");
    }

    private static String url(ClientModel client, String attribute) {
        return attribute(client, attribute)
                .flatMap(PublicUrl::parse)
                .map(PublicUrl::value)
                .orElse("");
    }

    private static Optional<String> attribute(ClientModel client, String name) {
        return Optional.ofNullable(client.getAttribute(name));
    }
}
