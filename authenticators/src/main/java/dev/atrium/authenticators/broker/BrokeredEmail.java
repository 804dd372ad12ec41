package dev.atrium.authenticators.broker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.broker.EmailDocument;
import dev.atrium.core.broker.EmailStatement;
import dev.atrium.core.broker.EmailTrust;
import dev.atrium.directory.login.AddressAuthority;
import dev.atrium.support.note.KeycloakNotes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.IDToken;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.Booleans;

/** The e-mail address that an identity provider brings somebody with, and what it is worth. */
public record BrokeredEmail(KeycloakSession session, BrokeredIdentityContext identity) {
    /** The claims of all documents that mappers read, too. */
    private static final List<String> TOKENS =
            List.of(OIDCIdentityProvider.VALIDATED_ID_TOKEN, OIDCIdentityProvider.VALIDATED_ACCESS_TOKEN);

    /** What the provider says of the address, the person's own word left out. */
    EmailTrust trust(String email) {
        return trust(email, false);
    }

    /** The same, unless the person put another address in its place since. */
    public EmailTrust trustUnlessTyped(String email) {
        return trust(email, isTyped());
    }

    private EmailTrust trust(String email, boolean typed) {
        IdentityProviderModel provider = identity.getIdpConfig();
        AddressAuthority authority = new AddressAuthority(session, provider);
        Optional<EmailAddress> address = address(email).filter(authority::mayBring);
        if (address.isEmpty()) {
            return EmailTrust.REFUSED;
        }
        EmailStatement word = typed ? EmailStatement.SILENT : EmailDocument.about(address.get(), documents());
        boolean trusted = !typed && Booleans.isTrue(provider.isTrustEmail());
        return authority.isOwnDomain(address.get()) ? word.ofOwnDomain(trusted) : word.ofFreeDomain(trusted);
    }

    /** Keycloak takes what follows the first at sign for the domain, others the last: there is but one. */
    private static Optional<EmailAddress> address(String email) {
        return EmailAddress.parse(email)
                .filter(EmailAddress::hasDomainName)
                .filter(address ->
                        address.value().indexOf('@') == address.value().lastIndexOf('@'));
    }

    /** What mappers wrote as the account's attribute instead becomes the address that is judged. */
    Optional<String> settle() {
        List<Map.Entry<String, List<String>>> attributes = identity.getAttributes().entrySet().stream()
                .filter(attribute -> UserModel.EMAIL.equalsIgnoreCase(attribute.getKey()))
                .toList();
        attributes.forEach(attribute -> {
            identity.removeUserAttribute(attribute.getKey());
            attribute.getValue().stream().findFirst().ifPresent(identity::setEmail);
        });
        Optional<String> email = text(identity.getEmail());
        identity.setEmail(email.orElse(null));
        return email;
    }

    boolean is(@Nullable String email) {
        return text(identity.getEmail())
                .flatMap(EmailAddress::parse)
                .filter(own -> text(email)
                        .flatMap(EmailAddress::parse)
                        .filter(own::isSameAs)
                        .isPresent())
                .isPresent();
    }

    /** Whether it is the account's own address, and the provider vouches for it. */
    boolean proves(UserModel user) {
        return is(user.getEmail()) && trustUnlessTyped(user.getEmail()) == EmailTrust.VOUCHED;
    }

    public static Optional<String> text(@Nullable String email) {
        return Optional.ofNullable(email).map(String::strip).filter(some -> !some.isEmpty());
    }

    private boolean isTyped() {
        AuthenticationSessionModel authSession = identity.getAuthenticationSession();
        return authSession != null && KeycloakNotes.EMAIL_TYPED.in(authSession).orElse(false);
    }

    private List<EmailDocument> documents() {
        Map<String, Object> said = identity.getContextData();
        return Stream.concat(
                        TOKENS.stream()
                                .map(said::get)
                                .filter(JsonWebToken.class::isInstance)
                                .map(token -> claims(((JsonWebToken) token).getOtherClaims())),
                        Stream.of(said)
                                .map(all -> all.get(OIDCIdentityProvider.USER_INFO))
                                .filter(JsonNode.class::isInstance)
                                .map(userInfo -> claims((JsonNode) userInfo)))
                .toList();
    }

    private static EmailDocument claims(Map<String, Object> claims) {
        return EmailDocument.of(
                Objects.toString(claims.get(IDToken.EMAIL), null),
                Objects.toString(claims.get(IDToken.EMAIL_VERIFIED), null));
    }

    private static EmailDocument claims(JsonNode claims) {
        return EmailDocument.of(
                claims.path(IDToken.EMAIL).asText(null),
                claims.path(IDToken.EMAIL_VERIFIED).asText(null));
    }
}
