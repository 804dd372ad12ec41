package dev.atrium.rest.login;

import dev.atrium.core.login.LoginName;
import dev.atrium.directory.login.LoginPolicy;
import dev.atrium.directory.login.LoginProblems;
import dev.atrium.http.error.Answer;
import dev.atrium.http.error.Refused;
import dev.atrium.http.request.QueryParameters;
import dev.atrium.rest.request.AdminRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;

/** {@code atrium/sign-in-preview}: by which methods a name signs in, and what decides. Nothing is changed. */
public final class SignInPreviewResource {
    private final AdminRequest request;

    public SignInPreviewResource(AdminRequest request) {
        this.request = request;
    }

    @GET
    public Response preview() {
        return request.answer(() -> {
            Refused.unless(request.auth().realm().canViewRealm(), "This needs the right to view the realm.");
            QueryParameters query = request.query(Set.of("email", "client"));
            LoginName name = query.line("email")
                    .flatMap(LoginName::parse)
                    .orElseThrow(() -> Refused.field("email", "Give an e-mail address or a user name."));
            return Answer.json(preview(name, query.line("client").map(this::client)));
        });
    }

    private PreviewRepresentation preview(LoginName name, Optional<ClientModel> client) {
        LoginPolicy policy = LoginPolicy.of(request.session(), client);
        return new PreviewRepresentation(
                name.value(),
                name.domain().orElse(null),
                client.map(ClientModel::getClientId).orElse(null),
                DecisionRepresentation.of(policy.ofName(name)),
                account(name)
                        .map(person -> AccountRepresentation.of(person, policy.ofPerson(person)))
                        .orElse(null),
                LoginProblems.ofClient(request.session(), client));
    }

    private ClientModel client(String clientId) {
        return Optional.ofNullable(request.realm().getClientByClientId(clientId))
                .orElseThrow(() -> Refused.field("client", "There is no client with this client ID in this realm."));
    }

    /**
     * The account with this name, as far as this administrator may see it. Only Keycloak's own database is asked: a directory
     * would be asked to import the person.
     */
    private Optional<UserModel> account(LoginName name) {
        if (!request.auth().users().canQuery()) {
            return Optional.empty();
        }
        UserProvider own = request.session().getProvider(UserProvider.class);
        return Optional.of(name)
                .filter(typed -> typed.hasDomain() && request.realm().isLoginWithEmailAllowed())
                .flatMap(typed -> Optional.ofNullable(own.getUserByEmail(request.realm(), typed.value())))
                .or(() -> Optional.ofNullable(own.getUserByUsername(request.realm(), name.value())))
                .filter(request.auth().users()::canView);
    }
}
