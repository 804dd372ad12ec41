package dev.atrium.core.scope;

import java.util.Optional;

/** A scope that is one word defined by OpenID Connect or SMART: who the user is, or how long access lasts. */
public record NamedScope(Name name, String text) implements Scope {
    /** The words. {@code profile} is how SMART 1.0 asked for the FHIR user. */
    public enum Name {
        OPENID("openid", ScopeKind.IDENTITY),
        FHIR_USER("fhirUser", ScopeKind.IDENTITY),
        PROFILE("profile", ScopeKind.IDENTITY),
        OFFLINE_ACCESS("offline_access", ScopeKind.REFRESH),
        ONLINE_ACCESS("online_access", ScopeKind.REFRESH);

        private final String text;
        private final ScopeKind kind;

        Name(String text, ScopeKind kind) {
            this.text = text;
            this.kind = kind;
        }

        public String text() {
            return text;
        }

        /** Whether the scope is this word, in either of its forms. */
        public boolean names(Scope scope) {
            return scope instanceof NamedScope named && named.name == this;
        }
    }

    static Optional<NamedScope> parse(String token) {
        String plain = token.startsWith(ScopeGrammar.OPENID_URI)
                ? token.substring(ScopeGrammar.OPENID_URI.length())
                : ScopeGrammar.withoutSmartUri(token);
        for (Name name : Name.values()) {
            if (name.text.equals(plain)) {
                return Optional.of(new NamedScope(name, token));
            }
        }
        return Optional.empty();
    }

    @Override
    public ScopeKind kind() {
        return name.kind;
    }

    @Override
    public boolean covers(Scope other) {
        return name.names(other);
    }

    @Override
    public boolean concernsFhir() {
        return name == Name.FHIR_USER;
    }
}
