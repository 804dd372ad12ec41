package dev.atrium.overrides.client;

import dev.atrium.core.dialect.TokenDialect;
import dev.atrium.core.launch.LaunchContext;
import dev.atrium.core.scope.NamedScope;
import dev.atrium.tokens.grant.UnverifiedAccessToken;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.protocol.oidc.mappers.AudienceProtocolMapper;
import org.keycloak.representations.IDToken;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.DynamicClientRegisterContext;
import org.keycloak.services.clientpolicy.context.DynamicClientUpdateContext;

/**
 * What a client that registers itself (RFC 7591, 7592) leaves as it is, because an administrator decides it: Atrium's attributes,
 * such as the access policy of a service, and who writes the claims by which a FHIR server opens records.
 */
public final class SelfRegistration {
    private static final String ATTRIBUTES = "atrium.";
    private static final String CLAIM = "claim.name";

    /** What the page for consent says of a client, without saying that it is the client who says so. */
    private static final Set<String> OUR_WORDS =
            Set.of(ClientModel.CONSENT_SCREEN_TEXT, ClientModel.DISPLAY_ON_CONSENT_SCREEN);

    /** Written by Atrium's mappers and its check of every token. */
    private static final Set<String> OWN_CLAIMS = Set.of(
            LaunchContext.PATIENT,
            LaunchContext.ENCOUNTER,
            LaunchContext.FHIR_CONTEXT,
            LaunchContext.TENANT,
            LaunchContext.NEED_PATIENT_BANNER,
            LaunchContext.SMART_STYLE_URL,
            LaunchContext.INTENT,
            UnverifiedAccessToken.LAUNCH_CLAIM,
            UnverifiedAccessToken.MEMBERSHIP_CLAIM,
            NamedScope.Name.FHIR_USER.text(),
            "project",
            "profile",
            OAuth2Constants.SCOPE,
            IDToken.AUD);

    private static final Set<String> CLAIMS = Stream.concat(
                    OWN_CLAIMS.stream(),
                    Arrays.stream(TokenDialect.values()).flatMap(dialect -> dialect.claimNames().stream()))
            .collect(Collectors.toUnmodifiableSet());

    /** Settings of Keycloak's mapper for audiences, which names no claim. */
    private static final Set<String> AUDIENCES =
            Set.of(AudienceProtocolMapper.INCLUDED_CLIENT_AUDIENCE, AudienceProtocolMapper.INCLUDED_CUSTOM_AUDIENCE);

    private SelfRegistration() {}

    /**
     * Looks at what a client sends about itself.
     *
     * @throws ClientPolicyException naming the first thing that it would change and may not
     */
    public static void check(ClientPolicyContext request) throws ClientPolicyException {
        Optional<String> changed = Optional.empty();
        if (request instanceof DynamicClientRegisterContext made) {
            changed = changed(made.getProposedClientRepresentation(), null);
        } else if (request instanceof DynamicClientUpdateContext update) {
            changed = changed(update.getProposedClientRepresentation(), update.getTargetClient());
        }
        if (changed.isPresent()) {
            String fault = "Only an administrator sets " + changed.get() + " of a client";
            throw new ClientPolicyException(fault, fault); // the client is told the first alone
        }
    }

    private static Optional<String> changed(ClientRepresentation proposed, @Nullable ClientModel client) {
        return attribute(proposed, client).or(() -> consent(proposed, client)).or(() -> mapper(proposed, client));
    }

    /** An app that people are asked about does not have them asked no longer. */
    private static Optional<String> consent(ClientRepresentation proposed, @Nullable ClientModel client) {
        boolean given =
                client != null && client.isConsentRequired() && Boolean.FALSE.equals(proposed.isConsentRequired());
        return given ? Optional.of("whether people are asked for their consent") : Optional.empty();
    }

    private static Optional<String> attribute(ClientRepresentation proposed, @Nullable ClientModel client) {
        Map<String, String> sent = Objects.requireNonNullElse(proposed.getAttributes(), Map.of());
        return sent.keySet().stream()
                .filter(name -> name.startsWith(ATTRIBUTES) || OUR_WORDS.contains(name))
                .filter(name -> !Objects.equals(sent.get(name), client == null ? null : client.getAttribute(name)))
                .filter(name -> !(OUR_WORDS.contains(name) && saysNothing(sent.get(name))))
                .map(name -> "the attribute " + name)
                .findFirst();
    }

    private static boolean saysNothing(@Nullable String value) {
        return value == null || value.isBlank() || value.equals("false");
    }

    private static Optional<String> mapper(ClientRepresentation proposed, @Nullable ClientModel client) {
        return Stream.ofNullable(proposed.getProtocolMappers())
                .flatMap(Collection::stream)
                .filter(mapper -> CLAIMS.contains(claim(mapper)) && !isThere(mapper, client))
                .map(mapper -> "a mapper for the claim " + claim(mapper))
                .findFirst();
    }

    /** A claim inside another, such as {@code context.patient}, is of the outer one. */
    private static String claim(ProtocolMapperRepresentation mapper) {
        Map<String, String> config = Objects.requireNonNullElse(mapper.getConfig(), Map.of());
        if (AUDIENCES.stream().anyMatch(config::containsKey)) {
            return IDToken.AUD;
        }
        return Objects.requireNonNullElse(config.get(CLAIM), "")
                .split("\\.", 2)[0]
                .replace("\\", "");
    }

    private static boolean isThere(ProtocolMapperRepresentation sent, @Nullable ClientModel client) {
        return client != null
                && client.getProtocolMappersStream()
                        .anyMatch(mapper -> Objects.equals(mapper.getName(), sent.getName())
                                && Objects.equals(mapper.getProtocolMapper(), sent.getProtocolMapper())
                                && Objects.equals(mapper.getConfig(), sent.getConfig()));
    }
}
