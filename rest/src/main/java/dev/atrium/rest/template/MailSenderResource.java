package dev.atrium.rest.template;

import dev.atrium.http.error.Answer;
import dev.atrium.rest.request.AdminRequest;
import dev.atrium.support.mail.MailTemplateProvider;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;

/** {@code atrium/projects/{project}/mail-sender}: how a project's mails are sent, and which settings are not heeded. */
public final class MailSenderResource {
    private final AdminRequest request;
    private final String project;

    public MailSenderResource(AdminRequest request, String project) {
        this.request = request;
        this.project = project;
    }

    @GET
    public Response read() {
        return request.answer(() -> {
            TemplateOwner owner = TemplateOwner.of(request, Optional.of(project));
            owner.requireView();
            request.query(Set.of());
            return Answer.json(SenderRepresentation.of(request.session()
                    .getProvider(MailTemplateProvider.class)
                    .sender(request.realm(), owner.id().orElseThrow())));
        });
    }
}
