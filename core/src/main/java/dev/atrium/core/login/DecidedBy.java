package dev.atrium.core.login;

import java.util.Locale;
import java.util.Optional;

/**
 * What decided which methods are allowed.
 *
 * @param subject which one: the provider's alias, the pattern of the rule, the domain of the organization, the id of the client
 * @param client the id of the client that narrowed it further, if one did
 * @param problem why nothing is left, in a sentence for the administrator
 */
public record DecidedBy(Source source, String subject, Optional<String> client, Optional<String> problem) {
    /** In order of precedence. */
    public enum Source {
        /** The person is linked to an identity provider of an organization. */
        LINK,
        /** A row of the table of the Domain step. */
        RULE,
        /** An organization has the domain and an identity provider for it. */
        ORGANIZATION,
        /** The client names its methods, and nothing above speaks. */
        CLIENT,
        /** Nothing speaks. */
        DEFAULT;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static DecidedBy of(Source source, String subject) {
        return new DecidedBy(source, subject, Optional.empty(), Optional.empty());
    }

    /** As the middle of a sentence. */
    public String text() {
        String what = switch (source) {
            case LINK -> "the link to the identity provider '" + subject + "'";
            case RULE -> "the row '" + subject + "'";
            case ORGANIZATION -> "the organization with the domain '" + subject + "'";
            case CLIENT -> "the row of the client '" + subject + "'";
            case DEFAULT -> "the default";
        };
        return client.map(id -> what + ", narrowed by the row of the client '" + id + "'")
                .orElse(what);
    }

    public DecidedBy narrowedBy(String clientId) {
        return new DecidedBy(source, subject, Optional.of(clientId), problem);
    }

    public DecidedBy failing(String why) {
        return new DecidedBy(source, subject, client, Optional.of(why));
    }
}
