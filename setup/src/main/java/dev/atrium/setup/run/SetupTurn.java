package dev.atrium.setup.run;

import dev.atrium.http.error.Problem;
import dev.atrium.http.error.Refused;
import dev.atrium.setup.change.SetupRecord;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** One setup of a realm, or its undoing, at a time: the next waits until the transaction of this one has ended. */
record SetupTurn(KeycloakSession session, RealmModel realm) {
    /** Refuses where another one has ended meanwhile: what this session has read of the realm is older than that. */
    void take() {
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        // Changes nothing, and keeps the row until the end on every database.
        entities.createQuery("update RealmEntity realm set realm.notBefore = realm.notBefore where realm.id = :realm")
                .setParameter("realm", realm.getId())
                .executeUpdate();
        if (!stored(entities).equals(Optional.ofNullable(realm.getAttribute(SetupRecord.ATTRIBUTE)))) {
            throw new Refused(new Problem(
                    409,
                    "setup_at_once",
                    Optional.empty(),
                    "Nothing was changed: somebody else has set this realm up, or undone it, at the same moment. Look at"
                            + " what is there now, and try again."));
        }
    }

    private Optional<String> stored(EntityManager entities) {
        return entities.createQuery(
                        "select attribute.value from RealmAttributeEntity attribute"
                                + " where attribute.realm.id = :realm and attribute.name = :name",
                        String.class)
                .setParameter("realm", realm.getId())
                .setParameter("name", SetupRecord.ATTRIBUTE)
                .getResultStream()
                .findFirst();
    }
}
