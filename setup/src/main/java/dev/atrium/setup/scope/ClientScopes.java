package dev.atrium.setup.scope;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.atrium.setup.change.Change;
import dev.atrium.setup.change.Draft;
import dev.atrium.setup.change.Entry;
import dev.atrium.setup.change.Kind;
import dev.atrium.setup.change.Part;
import dev.atrium.setup.change.Print;
import dev.atrium.setup.change.Resource;
import dev.atrium.setup.change.Undone;
import dev.atrium.setup.change.Verb;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.ModelToRepresentation;
import org.keycloak.models.utils.RepresentationToModel;
import org.keycloak.representations.idm.ClientScopeRepresentation;

/** The client scopes of SMART App Launch, Atrium's own, and those for the FHIR resources that are asked for. */
public final class ClientScopes implements Part {
    private static final int MOST_NAMED = 5;
    private static final String PROTOCOL = "openid-connect";

    private final RealmModel realm;
    private final List<String> asked;

    /** @param asked SMART resource scopes */
    public ClientScopes(RealmModel realm, List<String> asked) {
        this.realm = realm;
        this.asked = List.copyOf(asked);
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.CLIENT_SCOPE);
    }

    /** Those of every realm, as they are made. */
    static List<ClientScopeRepresentation> always() {
        return Resource.read(ClientScopes.class, "client-scopes.json", new TypeReference<>() {});
    }

    @Override
    public void plan(Draft draft) {
        Stream.concat(always().stream(), asked.stream().distinct().map(ClientScopes::resourceScope))
                .filter(scope -> find(scope.getName()).isEmpty())
                .forEach(scope -> draft.change(
                        Kind.CLIENT_SCOPE,
                        scope.getName(),
                        new Change(Verb.ADD, "the client scope '" + scope.getName() + "'", () -> add(scope))));
    }

    private static ClientScopeRepresentation resourceScope(String name) {
        ClientScopeRepresentation scope = new ClientScopeRepresentation();
        scope.setName(name);
        scope.setDescription("SMART: FHIR resources");
        scope.setProtocol(PROTOCOL);
        scope.setAttributes(Map.of("include.in.token.scope", "true", "display.on.consent.screen", "false"));
        return scope;
    }

    private Entry add(ClientScopeRepresentation scope) {
        ClientScopeModel added = RepresentationToModel.createClientScope(realm, scope);
        return Entry.made(Kind.CLIENT_SCOPE, scope.getName(), added.getId(), print(added));
    }

    @Override
    public Undone undo(Entry entry) {
        ClientScopeModel scope = realm.getClientScopeById(entry.id());
        String what = "the client scope '" + entry.name() + "'";
        if (scope == null) {
            return Undone.done("Somebody has removed " + what + " already.");
        }
        List<String> users = users(scope);
        if (!users.isEmpty()) {
            return Undone.left("Left " + what + ": assigned to " + String.join(", ", users)
                    + ". Take it from there, and undo again.");
        }
        if (!print(scope).equals(entry.print())
                || scope.getScopeMappingsStream().findAny().isPresent()) {
            return Undone.left("Left " + what + ": somebody has changed it. Delete it if nobody needs it.");
        }
        realm.removeClientScope(scope.getId());
        return Undone.done("Removed " + what + ".");
    }

    private List<String> users(ClientScopeModel scope) {
        Stream<String> realmItself = Stream.of(true, false)
                .filter(byDefault -> realm.getDefaultClientScopesStream(byDefault)
                        .anyMatch(other -> other.getId().equals(scope.getId())))
                .map(byDefault -> "every new client");
        Stream<String> clients = realm.getClientsStream()
                .filter(client -> isAssigned(client, scope))
                .map(client -> "the client '" + client.getClientId() + "'");
        return Stream.concat(realmItself, clients).distinct().limit(MOST_NAMED).toList();
    }

    private static boolean isAssigned(ClientModel client, ClientScopeModel scope) {
        return Stream.of(true, false)
                .anyMatch(byDefault -> client.getClientScopes(byDefault).values().stream()
                        .anyMatch(assigned -> assigned.getId().equals(scope.getId())));
    }

    private Optional<ClientScopeModel> find(String name) {
        return realm.getClientScopesStream()
                .filter(scope -> scope.getName().equals(name))
                .findFirst();
    }

    private static String print(ClientScopeModel scope) {
        return Print.of(ModelToRepresentation.toRepresentation(scope));
    }
}
