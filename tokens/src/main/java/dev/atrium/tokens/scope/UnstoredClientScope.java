package dev.atrium.tokens.scope;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/** A client scope that is nowhere stored: it has no mappers and no roles, and cannot be changed. */
public abstract class UnstoredClientScope implements ClientScopeModel {
    private final RealmModel realm;

    protected UnstoredClientScope(RealmModel realm) {
        this.realm = realm;
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

    private static UnsupportedOperationException unchangeable() {
        return new UnsupportedOperationException("a client scope that is nowhere stored cannot be changed");
    }
}
