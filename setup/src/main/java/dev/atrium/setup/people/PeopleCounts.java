package dev.atrium.setup.people;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** How many people of a realm have what, asked of the database in one statement each: a realm may have a million. */
final class PeopleCounts {
    private static final List<String> FIRST_FACTORS = List.of("password", "webauthn-passwordless");

    private final EntityManager entities;
    private final String realmId;

    PeopleCounts(KeycloakSession session, RealmModel realm) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realmId = realm.getId();
    }

    /** Without an e-mail address, and with a user name that is none. */
    long withoutAddress() {
        return entities.createQuery(
                        "select count(u) from UserEntity u where u.realmId = :realm and u.enabled = true and u.email is null"
                                + " and u.serviceAccountClientLink is null and u.username not like '%@%'",
                        Long.class)
                .setParameter("realm", realmId)
                .getSingleResult();
    }

    /** With a credential of a type. */
    long withCredential(String type) {
        return entities.createQuery(
                        "select count(distinct c.user.id) from CredentialEntity c"
                                + " where c.user.realmId = :realm and c.type = :type",
                        Long.class)
                .setParameter("realm", realmId)
                .setParameter("type", type)
                .getSingleResult();
    }

    /** Linked to one of these providers, with a password or a passkey as well. */
    long linkedTo(Collection<String> aliases) {
        return aliases.isEmpty()
                ? 0
                : entities.createQuery(
                                "select count(distinct l.user.id) from FederatedIdentityEntity l"
                                        + " where l.realmId = :realm and l.identityProvider in (:aliases) and exists"
                                        + " (select 1 from CredentialEntity c where c.user = l.user and c.type in (:types))",
                                Long.class)
                        .setParameter("realm", realmId)
                        .setParameter("aliases", Set.copyOf(aliases))
                        .setParameter("types", FIRST_FACTORS)
                        .getSingleResult();
    }

    /** With an address of a domain, and a password or a passkey, linked to none of these providers. */
    long ofDomain(String domain, Collection<String> aliases) {
        return entities.createQuery(
                        "select count(u) from UserEntity u where u.realmId = :realm and lower(u.email) like :address"
                                + " and exists (select 1 from CredentialEntity c where c.user = u and c.type in (:types))"
                                + " and not exists (select 1 from FederatedIdentityEntity l where l.user = u"
                                + " and l.identityProvider in (:aliases))",
                        Long.class)
                .setParameter("realm", realmId)
                .setParameter("address", "%@" + domain.toLowerCase(java.util.Locale.ROOT))
                .setParameter("types", FIRST_FACTORS)
                .setParameter("aliases", Set.copyOf(aliases))
                .getSingleResult();
    }
}
