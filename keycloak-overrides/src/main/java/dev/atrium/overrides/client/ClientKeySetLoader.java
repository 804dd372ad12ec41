package dev.atrium.overrides.client;

import dev.atrium.core.assertion.KeySetLifetime;
import dev.atrium.support.time.KeycloakClock;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.crypto.PublicKeysWrapper;
import org.keycloak.http.simple.SimpleHttp;
import org.keycloak.http.simple.SimpleHttpResponse;
import org.keycloak.jose.jwk.JSONWebKeySet;
import org.keycloak.jose.jwk.JWK;
import org.keycloak.keys.PublicKeyLoader;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.services.util.ResolveRelative;
import org.keycloak.util.JWKSUtils;
import org.keycloak.util.JsonSerialization;

/**
 * Loads the key set of a SMART client, with the time until it must be fetched again, and without the keys that are not
 * the only one of their {@code kid} and {@code kty} (SMART App Launch 2.2.0, "Signature verification").
 */
record ClientKeySetLoader(KeycloakSession session, ClientModel client, PublicKeyLoader keycloaks)
        implements PublicKeyLoader {
    @Override
    public PublicKeysWrapper loadKeys() throws Exception {
        OIDCAdvancedConfigWrapper settings = OIDCAdvancedConfigWrapper.fromClientModel(client);
        if (settings.isUseJwksUrl() && settings.getJwksUrl() != null) {
            return fetch(ResolveRelative.resolveRelativeUri(session, client.getRootUrl(), settings.getJwksUrl()));
        }
        if (settings.isUseJwksString()) {
            return new PublicKeysWrapper(
                    keys(JsonSerialization.readValue(settings.getJwksString(), JSONWebKeySet.class))
                            .getKeys());
        }
        return keycloaks.loadKeys();
    }

    private PublicKeysWrapper fetch(String url) throws KeySetUnavailable {
        try (SimpleHttpResponse answer =
                SimpleHttp.create(session).doGet(url).acceptJson().asResponse()) {
            if (answer.getStatus() != 200) {
                throw new KeySetUnavailable("HTTP status " + answer.getStatus());
            }
            Duration lifetime = KeySetLifetime.of(
                    Optional.ofNullable(answer.getHeader("Cache-Control")).orElse(List.of()),
                    Optional.ofNullable(answer.getFirstHeader("Age")));
            return new PublicKeysWrapper(
                    keys(answer.asJson(JSONWebKeySet.class)).getKeys(),
                    KeycloakClock.INSTANCE.instant().plus(lifetime).toEpochMilli());
        } catch (KeySetUnavailable unavailable) {
            throw unavailable;
        } catch (IOException unreadable) {
            throw new KeySetUnavailable("No key set could be read", unreadable);
        }
    }

    /** {@code use} is not asked of a key (RFC 7517, 4.2). */
    @SuppressWarnings("deprecation") // Keycloak has no other way to say it here
    private static PublicKeysWrapper keys(JSONWebKeySet set) {
        JWK[] all = Optional.ofNullable(set.getKeys()).orElse(new JWK[0]);
        Map<List<String>, Long> count =
                Arrays.stream(all).collect(Collectors.groupingBy(ClientKeySetLoader::name, Collectors.counting()));
        JSONWebKeySet unambiguous = new JSONWebKeySet();
        unambiguous.setKeys(Arrays.stream(all)
                .filter(key -> Long.valueOf(1).equals(count.get(name(key))))
                .toArray(JWK[]::new));
        return JWKSUtils.getKeyWrappersForUse(unambiguous, JWK.Use.SIG, true);
    }

    private static List<String> name(JWK key) {
        return List.of(String.valueOf(key.getKeyId()), String.valueOf(key.getKeyType()));
    }
}
