package dev.atrium.setup.project;

import dev.atrium.setup.change.Change;
import dev.atrium.setup.change.Draft;
import dev.atrium.setup.change.Entry;
import dev.atrium.setup.change.Kind;
import dev.atrium.setup.change.Part;
import dev.atrium.setup.change.Undone;
import dev.atrium.setup.change.Verb;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.OrganizationProvider;

/** Organizations, which are Atrium's projects, are on. */
public final class Organizations implements Part {
    private static final String NAME = "organizations";

    private final KeycloakSession session;
    private final RealmModel realm;

    public Organizations(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.ORGANIZATIONS);
    }

    @Override
    public void plan(Draft draft) {
        if (!realm.isOrganizationsEnabled()) {
            draft.change(
                    Kind.ORGANIZATIONS, NAME, new Change(Verb.SWITCH_ON, "organizations in the realm", this::switchOn));
        }
    }

    private Entry switchOn() {
        long before = session.getProvider(OrganizationProvider.class).count();
        realm.setOrganizationsEnabled(true);
        return new Entry(Kind.ORGANIZATIONS, NAME, realm.getId(), String.valueOf(before), "");
    }

    /** They stay on where somebody has made an organization since: it would be out of sight. */
    @Override
    public Undone undo(Entry entry) {
        if (!realm.isOrganizationsEnabled()) {
            return Undone.done("Somebody has switched off organizations already.");
        }
        if (session.getProvider(OrganizationProvider.class).count() > Long.parseLong(entry.before())) {
            return Undone.left("Left organizations on: there are new ones in the realm. Remove them, and undo again.");
        }
        realm.setOrganizationsEnabled(false);
        return Undone.done("Switched off organizations.");
    }
}
