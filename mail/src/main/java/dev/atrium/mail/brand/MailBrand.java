package dev.atrium.mail.brand;

import dev.atrium.core.brand.BrandColour;
import dev.atrium.core.mail.ProjectMail;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.directory.project.OrganizationLookup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.utils.StringUtil;

/** Whose name, logo and colour a mail has. */
public record MailBrand(String realmName, Optional<OrganizationModel> project, ProjectMail settings) {
    private static final String COLOUR = "#00665c";

    public static MailBrand of(KeycloakSession session, RealmModel realm, Optional<ProjectId> project) {
        String realmName = StringUtil.isBlank(realm.getDisplayName()) ? realm.getName() : realm.getDisplayName();
        Optional<OrganizationModel> organization = project.flatMap(new OrganizationLookup(session)::byId);
        ProjectMail settings = organization
                .map(found -> ProjectMail.read(found.getAttributes(), List.of()))
                .orElse(ProjectMail.NOTHING);
        return new MailBrand(realmName, organization, settings);
    }

    /** As own templates name them. */
    public Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        values.put("realmName", realmName);
        values.put("brandName", settings.senderName().or(() -> projectName()).orElse(realmName));
        values.put("logoUrl", settings.logo().orElse(""));
        values.put("colour", settings.colour().map(BrandColour::value).orElse(COLOUR));
        projectName().ifPresent(name -> values.put("projectName", name));
        project.ifPresent(organization -> values.put("projectAlias", organization.getAlias()));
        return values;
    }

    /** As the e-mail theme names them: only what the project says itself. */
    public Map<String, Object> themeVariables() {
        Map<String, Object> variables = new HashMap<>();
        settings.senderName().ifPresent(name -> variables.put("mailSender", name));
        settings.logo().ifPresent(logo -> variables.put("mailLogo", logo));
        settings.colour().ifPresent(colour -> variables.put("mailColor", colour.value()));
        return variables;
    }

    private Optional<String> projectName() {
        return project.map(OrganizationModel::getName);
    }
}
