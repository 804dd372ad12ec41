package dev.atrium.core.scope;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells kinds of scopes by the regular expressions of the vector file, to compare our reading with. */
final class ReferenceGrammar {
    private static final Pattern TOKEN = SmartVectors.grammar("scopeToken");
    private static final Pattern V1 = SmartVectors.grammar("resourceV1");
    private static final Pattern V2 = SmartVectors.grammar("resourceV2");
    private static final Pattern PARAMETER_NAME = SmartVectors.grammar("paramName");
    /** Parameters are URL-encoded (SMART 2.2.0, finer-grained resource constraints using search parameters). */
    private static final Pattern ENCODED = Pattern.compile("([^%]|%[0-9A-Fa-f]{2})*");

    private static final Pattern LAUNCH = SmartVectors.grammar("launch");
    private static final Pattern EXTENSION = SmartVectors.grammar("extension");
    private static final List<String> IDENTITY = List.of("openid", "fhirUser", "profile");
    private static final List<String> REFRESH = List.of("offline_access", "online_access");
    private static final String SMART = "http://smarthealthit.org/fhir/scopes/";
    private static final String OPENID = "http://openid.net/specs/openid-connect-core-1_0#";

    private ReferenceGrammar() {}

    static ScopeKind kindOf(String text) {
        if (!TOKEN.matcher(text).matches()) {
            return ScopeKind.UNREADABLE;
        }
        if (text.startsWith(OPENID) && named(text.substring(OPENID.length())) != ScopeKind.UNREADABLE) {
            return named(text.substring(OPENID.length()));
        }
        String plain = text.startsWith(SMART) ? text.substring(SMART.length()) : text;
        if (isResource(plain)) {
            return ScopeKind.RESOURCE;
        }
        if (LAUNCH.matcher(plain).matches()) {
            return ScopeKind.LAUNCH;
        }
        boolean extension = EXTENSION.matcher(text).matches() && !text.startsWith(SMART);
        return extension ? ScopeKind.EXTENSION : named(plain);
    }

    private static ScopeKind named(String plain) {
        if (IDENTITY.contains(plain)) {
            return ScopeKind.IDENTITY;
        }
        return REFRESH.contains(plain) ? ScopeKind.REFRESH : ScopeKind.UNREADABLE;
    }

    private static boolean isResource(String plain) {
        Matcher v1 = V1.matcher(plain);
        if (v1.matches()) {
            return ResourceType.parse(v1.group(2)).isPresent();
        }
        Matcher v2 = V2.matcher(plain);
        return v2.matches() && ResourceType.parse(v2.group(2)).isPresent() && isEncoded(v2.group(4));
    }

    private static boolean isEncoded(@org.jspecify.annotations.Nullable String query) {
        if (query == null) {
            return true;
        }
        for (String parameter : query.split("&", -1)) {
            String name = parameter.substring(0, parameter.indexOf('='));
            if (!PARAMETER_NAME.matcher(name).matches()
                    || !ENCODED.matcher(parameter).matches()) {
                return false;
            }
        }
        return true;
    }
}
