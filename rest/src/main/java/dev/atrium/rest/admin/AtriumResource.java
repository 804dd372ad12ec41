package dev.atrium.rest.admin;

import dev.atrium.rest.health.HealthResource;
import dev.atrium.rest.hooks.HooksResource;
import dev.atrium.rest.invitation.InvitationsResource;
import dev.atrium.rest.login.SignInPreviewResource;
import dev.atrium.rest.membership.MembershipsResource;
import dev.atrium.rest.outbox.OutboxResource;
import dev.atrium.rest.policy.PoliciesResource;
import dev.atrium.rest.request.AdminRequest;
import dev.atrium.rest.setup.SetupResource;
import dev.atrium.rest.template.MailSenderResource;
import dev.atrium.rest.template.MailTemplatesResource;
import dev.atrium.rest.webhook.WebhooksResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;

/** {@code /admin/realms/{realm}/atrium}. */
public final class AtriumResource {
    private final AdminRequest request;

    AtriumResource(AdminRequest request) {
        this.request = request;
    }

    @Path("health")
    public HealthResource health() {
        return new HealthResource(request);
    }

    @Path("invitations")
    public InvitationsResource invitations() {
        return new InvitationsResource(request);
    }

    @Path("memberships")
    public MembershipsResource memberships() {
        return new MembershipsResource(request);
    }

    @Path("outbox")
    public OutboxResource outbox() {
        return new OutboxResource(request);
    }

    @Path("mail-templates")
    public MailTemplatesResource mailTemplates() {
        return new MailTemplatesResource(request, Optional.empty());
    }

    @Path("projects/{project}/mail-templates")
    public MailTemplatesResource mailTemplates(@PathParam("project") String project) {
        return new MailTemplatesResource(request, Optional.of(project));
    }

    @Path("projects/{project}/mail-sender")
    public MailSenderResource mailSender(@PathParam("project") String project) {
        return new MailSenderResource(request, project);
    }

    @Path("sign-in-preview")
    public SignInPreviewResource signInPreview() {
        return new SignInPreviewResource(request);
    }

    @Path("policies")
    public PoliciesResource policies() {
        return new PoliciesResource(request);
    }

    @Path("hooks")
    public HooksResource hooks() {
        return new HooksResource(request);
    }

    @Path("setup")
    public SetupResource setup() {
        return new SetupResource(request);
    }

    @Path("webhooks")
    public WebhooksResource webhooks() {
        return new WebhooksResource(request);
    }
}
