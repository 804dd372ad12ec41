package dev.atrium.overrides.scope;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.services.clientpolicy.ClientPolicyEvent;

/**
 * Where a request has its scope parameter, by the event of Keycloak's client policies that stands for its endpoint. Each
 * scope is looked at there, before Keycloak resolves it.
 */
final class ScopeRules {
    /** Where the scope parameter is. */
    enum Place {
        /** In the query or the form of an authorization request, before Keycloak has read it. */
        UNREAD_AUTHORIZATION_REQUEST,
        /** In an authorization request that Keycloak has read. */
        AUTHORIZATION_REQUEST,
        /** In the form. */
        FORM,
        /** Nowhere: nothing is requested, or what was granted before is carried on. */
        NOWHERE
    }

    private static final Map<ClientPolicyEvent, Place> PLACES = places();

    private ScopeRules() {}

    /** Empty for an event that was not there when these rules were written. */
    static Optional<Place> row(ClientPolicyEvent event) {
        return Optional.ofNullable(PLACES.get(event));
    }

    /** An event that nobody knows is looked at as a form: a scope that is out of the client's reach is refused there, too. */
    static Place of(ClientPolicyEvent event) {
        return row(event).orElse(Place.FORM);
    }

    private static Map<ClientPolicyEvent, Place> places() {
        Map<ClientPolicyEvent, Place> places = new EnumMap<>(ClientPolicyEvent.class);
        places.put(ClientPolicyEvent.PRE_AUTHORIZATION_REQUEST, Place.UNREAD_AUTHORIZATION_REQUEST);
        places.put(ClientPolicyEvent.AUTHORIZATION_REQUEST, Place.AUTHORIZATION_REQUEST);
        places.put(ClientPolicyEvent.PUSHED_AUTHORIZATION_REQUEST, Place.FORM);
        places.put(ClientPolicyEvent.DEVICE_AUTHORIZATION_REQUEST, Place.FORM);
        places.put(ClientPolicyEvent.BACKCHANNEL_AUTHENTICATION_REQUEST, Place.FORM);
        places.put(ClientPolicyEvent.SERVICE_ACCOUNT_TOKEN_REQUEST, Place.FORM);
        places.put(ClientPolicyEvent.TOKEN_REFRESH, Place.FORM);
        places.put(ClientPolicyEvent.TOKEN_EXCHANGE_REQUEST, Place.FORM);
        places.put(ClientPolicyEvent.RESOURCE_OWNER_PASSWORD_CREDENTIALS_REQUEST, Place.FORM);
        places.put(ClientPolicyEvent.JWT_AUTHORIZATION_GRANT, Place.FORM);
        without(places, ClientPolicyEvent.REGISTER, ClientPolicyEvent.REGISTERED, ClientPolicyEvent.UPDATE);
        without(places, ClientPolicyEvent.UPDATED, ClientPolicyEvent.VIEW, ClientPolicyEvent.UNREGISTER);
        without(places, ClientPolicyEvent.IMPLICIT_HYBRID_TOKEN_RESPONSE, ClientPolicyEvent.PRE_TOKEN_REQUEST);
        without(places, ClientPolicyEvent.TOKEN_REQUEST, ClientPolicyEvent.TOKEN_RESPONSE);
        without(places, ClientPolicyEvent.SERVICE_ACCOUNT_TOKEN_RESPONSE, ClientPolicyEvent.TOKEN_REFRESH_RESPONSE);
        without(places, ClientPolicyEvent.TOKEN_REVOKE, ClientPolicyEvent.TOKEN_REVOKE_RESPONSE);
        without(places, ClientPolicyEvent.TOKEN_INTROSPECT, ClientPolicyEvent.USERINFO_REQUEST);
        without(places, ClientPolicyEvent.LOGOUT_REQUEST, ClientPolicyEvent.IDENTITY_BROKERING_API);
        without(places, ClientPolicyEvent.BACKCHANNEL_TOKEN_REQUEST, ClientPolicyEvent.BACKCHANNEL_TOKEN_RESPONSE);
        without(places, ClientPolicyEvent.DEVICE_TOKEN_REQUEST, ClientPolicyEvent.DEVICE_TOKEN_RESPONSE);
        without(places, ClientPolicyEvent.RESOURCE_OWNER_PASSWORD_CREDENTIALS_RESPONSE);
        without(places, ClientPolicyEvent.SAML_AUTHN_REQUEST, ClientPolicyEvent.SAML_LOGOUT_REQUEST);
        return places;
    }

    private static void without(Map<ClientPolicyEvent, Place> places, ClientPolicyEvent... events) {
        for (ClientPolicyEvent event : events) {
            places.put(event, Place.NOWHERE);
        }
    }
}
