package dev.atrium.protocolmappers.scope;

import dev.atrium.support.membership.HiddenScope;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/**
 * A client scope that is nowhere stored: it has a name, no mappers and no roles, and cannot be changed.
 *
 * <p>It is not on Keycloak's consent screen, whose store holds ids of 36 characters; Atrium asks and remembers itself.
 */
final class ResolvedClientScope implements ClientScopeModel {
    private static final String ID_PREFIX = "atrium:";

    private final RealmModel realm;
    private final String name;

    ResolvedClientScope(RealmModel realm, String name) {
        this.realm = realm;
        this.name = name;
    }

    static boolean isResolved(String id) {
        return id.startsWith(ID_PREFIX);
    }

    static ResolvedClientScope byId(RealmModel realm, String id) {
        return new ResolvedClientScope(realm, id.substring(ID_PREFIX.length()));
    }

    @Override
    public String getId() {
        return ID_PREFIX + name;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public RealmModel getRealm() {
        return realm;
    }

    @Override
    public @Nullable String getDescription() {
        return null;
    }

    @Override
    public String getProtocol() {
        return OIDCLoginProtocol.LOGIN_PROTOCOL;
    }

    @Override
    public Map<String, String> getAttributes() {
        return Map.of(
                DISPLAY_ON_CONSENT_SCREEN,
                "false",
                INCLUDE_IN_TOKEN_SCOPE,
                String.valueOf(!HiddenScope.isHidden(name)));
    }

    @Override
    public @Nullable String getAttribute(String attribute) {
        return getAttributes().get(attribute);
    }

    @Override
    public Stream<ProtocolMapperModel> getProtocolMappersStream() {
        return Stream.empty();
    }

    @Override
    public @Nullable ProtocolMapperModel getProtocolMapperById(String id) {
        return null;
    }

    @Override
    public @Nullable ProtocolMapperModel getProtocolMapperByName(String protocol, String mapper) {
        return null;
    }

    @Override
    public Stream<RoleModel> getScopeMappingsStream() {
        return Stream.empty();
    }

    @Override
    public Stream<RoleModel> getRealmScopeMappingsStream() {
        return Stream.empty();
    }

    @Override
    public boolean hasScope(RoleModel role) {
        return false;
    }

    @Override
    public void setName(String value) {
        throw unchangeable();
    }

    @Override
    public void setDescription(String value) {
        throw unchangeable();
    }

    @Override
    public void setProtocol(String value) {
        throw unchangeable();
    }

    @Override
    public void setAttribute(String attribute, String value) {
        throw unchangeable();
    }

    @Override
    public void removeAttribute(String attribute) {
        throw unchangeable();
    }

    @Override
    public ProtocolMapperModel addProtocolMapper(ProtocolMapperModel mapper) {
        throw unchangeable();
    }

    @Override
    public void removeProtocolMapper(ProtocolMapperModel mapper) {
        throw unchangeable();
    }

    @Override
    public void updateProtocolMapper(ProtocolMapperModel mapper) {
        throw unchangeable();
    }

    @Override
    public void addScopeMapping(RoleModel role) {
        throw unchangeable();
    }

    @Override
    public void deleteScopeMapping(RoleModel role) {
        throw unchangeable();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResolvedClientScope scope && scope.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    private static UnsupportedOperationException unchangeable() {
        return new UnsupportedOperationException("a scope that an assigned SMART scope covers cannot be changed");
    }
}
