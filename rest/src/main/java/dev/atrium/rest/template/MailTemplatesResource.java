package dev.atrium.rest.template;

import dev.atrium.core.mail.MailTemplate;
import dev.atrium.core.mail.MailTemplateKey;
import dev.atrium.core.mail.TemplateProblem;
import dev.atrium.core.store.Page;
import dev.atrium.http.error.Answer;
import dev.atrium.http.request.QueryParameters;
import dev.atrium.rest.request.AdminRequest;
import dev.atrium.support.mail.MailTemplateProvider.Preview;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** {@code atrium/mail-templates} and {@code atrium/projects/{project}/mail-templates}: mails in own words. */
public final class MailTemplatesResource {
    private final AdminRequest request;
    private final Optional<String> project;

    public MailTemplatesResource(AdminRequest request, Optional<String> project) {
        this.request = request;
        this.project = project;
    }

    @GET
    public Response list() {
        return answer(templates -> {
            templates.requireView();
            QueryParameters query = request.query(Set.of("first", "max", "kind"));
            Page page = query.page();
            Optional<String> kind = query.line("kind");
            return request.page(templates.list(kind, page), templates.count(kind));
        });
    }

    @GET
    @Path("kinds")
    public Response kinds() {
        return answer(templates -> {
            templates.requireView();
            request.query(Set.of());
            return Answer.json(templates.kinds());
        });
    }

    @GET
    @Path("{kind}/{language}")
    public Response read(@PathParam("kind") String kind, @PathParam("language") String language) {
        return answer(templates -> {
            templates.requireView();
            return Answer.json(templates.read(templates.key(kind, language)));
        });
    }

    @PUT
    @Path("{kind}/{language}")
    public Response save(@PathParam("kind") String kind, @PathParam("language") String language, InputStream body) {
        return answer(templates -> {
            templates.requireManage();
            MailTemplateKey key = templates.key(kind, language);
            MailTemplate template = templates.input(request.json(body)).template(key);
            List<TemplateProblem> problems = templates.check(key, template);
            return problems.isEmpty() ? Answer.json(templates.save(key, template)) : TemplateRefusal.of(problems);
        });
    }

    @DELETE
    @Path("{kind}/{language}")
    public Response delete(@PathParam("kind") String kind, @PathParam("language") String language) {
        return answer(templates -> {
            templates.requireManage();
            templates.delete(templates.key(kind, language));
            return Response.noContent().build();
        });
    }

    /** The mail with sample data: in the words of the body, or as it is stored. */
    @POST
    @Path("{kind}/{language}/preview")
    public Response preview(@PathParam("kind") String kind, @PathParam("language") String language, InputStream body) {
        return answer(templates -> {
            templates.requireView();
            MailTemplateKey key = templates.key(kind, language);
            Optional<MailTemplate> draft =
                    templates.input(request.jsonIfAny(body)).draft(key);
            Preview preview = templates.preview(key, draft);
            return preview.mail()
                    .map(mail -> Answer.json(PreviewRepresentation.of(preview, mail)))
                    .orElseGet(() -> TemplateRefusal.of(preview.problems()));
        });
    }

    /** The same, sent to the caller or to an address. */
    @POST
    @Path("{kind}/{language}/test")
    public Response test(@PathParam("kind") String kind, @PathParam("language") String language, InputStream body) {
        return answer(templates -> {
            templates.requireManage();
            MailTemplateKey key = templates.key(kind, language);
            TemplateInput input = templates.input(request.jsonIfAny(body));
            String address = templates.testAddress(input.address());
            Preview preview = templates.preview(key, input.draft(key));
            return preview.mail()
                    .map(mail -> Answer.json(templates.sendTest(key, mail, address)))
                    .orElseGet(() -> TemplateRefusal.of(preview.problems()));
        });
    }

    private Response answer(Function<TemplateAccess, Response> work) {
        return request.answer(() -> work.apply(new TemplateAccess(request, TemplateOwner.of(request, project))));
    }
}
