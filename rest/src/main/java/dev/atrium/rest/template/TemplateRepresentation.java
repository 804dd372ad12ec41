package dev.atrium.rest.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.atrium.core.mail.StoredMailTemplate;
import dev.atrium.core.mail.TemplateProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.OrganizationModel;

/**
 * An own template as JSON; {@link TemplateInput} takes back what this gives out.
 *
 * @param problems why it, saved earlier, would be refused today
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TemplateRepresentation(
        @Nullable String project,
        @Nullable String projectId,
        String kind,
        String language,
        String subject,
        @Nullable String text,
        @Nullable String html,
        String changed,
        @Nullable List<TemplateRefusal.Place> problems) {
    static TemplateRepresentation of(TemplateOwner owner, StoredMailTemplate stored, List<TemplateProblem> problems) {
        TemplateRepresentation whole = of(
                owner,
                stored,
                stored.template().text(),
                stored.template().html().orElse(null));
        return whole.with(TemplateRefusal.Place.orNothing(problems));
    }

    /** Without what would make a list long. */
    static TemplateRepresentation summary(TemplateOwner owner, StoredMailTemplate stored) {
        return of(owner, stored, null, null);
    }

    private static TemplateRepresentation of(
            TemplateOwner owner, StoredMailTemplate stored, @Nullable String text, @Nullable String html) {
        return new TemplateRepresentation(
                owner.project().map(OrganizationModel::getAlias).orElse(null),
                owner.project().map(OrganizationModel::getId).orElse(null),
                stored.key().kind(),
                stored.key().language().tag(),
                stored.template().subject(),
                text,
                html,
                stored.changed().toString(),
                null);
    }

    private TemplateRepresentation with(@Nullable List<TemplateRefusal.Place> found) {
        return new TemplateRepresentation(project, projectId, kind, language, subject, text, html, changed, found);
    }
}
