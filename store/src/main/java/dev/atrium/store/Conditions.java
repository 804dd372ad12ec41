package dev.atrium.store;

import dev.atrium.core.project.FhirProfile;
import dev.atrium.core.project.MembershipFilter;
import dev.atrium.core.project.ProfileSearch;
import dev.atrium.core.project.ProjectId;
import dev.atrium.core.project.UserId;
import jakarta.persistence.Query;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a membership {@code m} must fulfil: only what was asked for stands in the statement, so that an index fits it. */
final class Conditions {
    /** Not LIKE, in which a searched % or _ would match anything; both sides are lowered by the same database. */
    private static final String HAS_TEXT =
            "locate(lower(:text), lower(m.label)) > 0 or locate(lower(:text), lower(m.profile)) > 0";

    private final StringBuilder text = new StringBuilder(" where m.realmId = :realm");
    private final Map<String, Object> parameters = new HashMap<>();

    private Conditions() {}

    static Conditions of(MembershipFilter filter) {
        Conditions conditions = new Conditions();
        conditions.and("m.projectId = :project", "project", filter.project().map(ProjectId::value));
        conditions.and("m.userId = :user", "user", filter.user().map(UserId::value));
        conditions.and("m.profile = :profile", "profile", filter.profile().map(FhirProfile::reference));
        conditions.and("m.active = :active", "active", filter.active());
        return conditions;
    }

    static Conditions activeOf(UserId user, ProfileSearch search) {
        Conditions conditions = new Conditions();
        conditions.and("m.userId = :user and m.active = true", "user", Optional.of(user.value()));
        if (search.projects().isEmpty()) {
            conditions.and(HAS_TEXT, "text", search.text());
        } else if (search.text().isPresent()) {
            conditions.and(HAS_TEXT + " or m.projectId in :projects", "text", search.text());
            conditions.parameters.put(
                    "projects",
                    search.projects().stream().map(ProjectId::value).collect(Collectors.toUnmodifiableSet()));
        }
        return conditions;
    }

    <Q extends Query> Q bind(Q query) {
        parameters.forEach(query::setParameter);
        return query;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void and(String condition, String parameter, Optional<?> value) {
        value.ifPresent(present -> {
            text.append(" and (").append(condition).append(')');
            parameters.put(parameter, present);
        });
    }
}
