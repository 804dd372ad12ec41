package dev.atrium.directory.project;

import dev.atrium.core.account.DomainName;
import dev.atrium.core.membership.ProjectId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * The organizations of the realm in context, enabled or not: the one place where they are looked up. There are none where
 * the feature is off. A database that does not answer is an exception, never an empty result.
 */
public final class OrganizationLookup {
    private static final String OF_DOMAIN = "atrium.organization-of-domain.";

    private final KeycloakSession session;
    private final boolean evenWhereOff;

    private record Remembered(Optional<OrganizationModel> organization) {}

    /** For what is to be done with them: there are none where the realm has organizations off. */
    public OrganizationLookup(KeycloakSession session) {
        this(session, false);
    }

    private OrganizationLookup(KeycloakSession session, boolean evenWhereOff) {
        this.session = session;
        this.evenWhereOff = evenWhereOff;
    }

    /** For what must not be lost or forgotten while the realm has organizations off: they are there again afterwards. */
    public static OrganizationLookup evenWhereOff(KeycloakSession session) {
        return new OrganizationLookup(session, true);
    }

    public Optional<OrganizationModel> byId(ProjectId id) {
        return byId(id.value());
    }

    /** None of another realm, for which Keycloak throws; what has a cause is something else, such as a broken database. */
    public Optional<OrganizationModel> byId(String id) {
        try {
            return organizations().map(all -> all.getById(id));
        } catch (ModelException foreign) {
            if (foreign.getCause() != null) {
                throw foreign;
            }
            return Optional.empty();
        }
    }

    public Optional<OrganizationModel> byAlias(String alias) {
        return organizations().map(all -> all.getByAlias(alias));
    }

    /** By id, else by alias, else by the name that people see. */
    public Optional<OrganizationModel> byIdOrAliasOrName(String text) {
        return byId(text).or(() -> byAlias(text)).or(() -> byName(text));
    }

    /** By alias, else by id. */
    public Optional<OrganizationModel> byAliasOrId(String text) {
        return byAlias(text).or(() -> byId(text));
    }

    /**
     * The one an e-mail domain belongs to, which it may have in A-labels or as people write it. The pages of a sign-in ask
     * several times in a request, and Keycloak does not remember that there is none.
     */
    public Optional<OrganizationModel> byDomain(String domain) {
        if (session.getContext().getAuthenticationSession() == null) {
            return found(domain);
        }
        String key = OF_DOMAIN + evenWhereOff + domain;
        Remembered known = session.getAttribute(key, Remembered.class);
        Remembered remembered = known == null ? new Remembered(found(domain)) : known;
        session.setAttribute(key, remembered);
        return remembered.organization();
    }

    private Optional<OrganizationModel> found(String domain) {
        return written(domain).or(() -> DomainName.unicode(domain).flatMap(this::written));
    }

    private Optional<OrganizationModel> written(String domain) {
        try {
            return organizations().map(all -> all.getByDomainName(domain));
        } catch (ModelValidationException malformed) {
            return Optional.empty();
        }
    }

    /** Those that have this value in an attribute, to the letter. */
    public Stream<OrganizationModel> byAttribute(String attribute, String value) {
        return organizations().stream().flatMap(all -> all.getAllStream(Map.of(attribute, value), null, null));
    }

    private Optional<OrganizationModel> byName(String name) {
        return organizations()
                .flatMap(all -> all.getAllStream(name, true, null, null)
                        .filter(organization -> organization.getName().equals(name))
                        .findFirst());
    }

    private Optional<OrganizationProvider> organizations() {
        return evenWhereOff || session.getContext().getRealm().isOrganizationsEnabled()
                ? Optional.ofNullable(session.getProvider(OrganizationProvider.class))
                : Optional.empty();
    }
}
