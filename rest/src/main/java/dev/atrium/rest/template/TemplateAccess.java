package dev.atrium.rest.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.core.mail.Language;
import dev.atrium.core.mail.MailTemplate;
import dev.atrium.core.mail.MailTemplateFilter;
import dev.atrium.core.mail.MailTemplateKey;
import dev.atrium.core.mail.MailTemplateStore;
import dev.atrium.core.mail.StoredMailTemplate;
import dev.atrium.core.mail.TemplateProblem;
import dev.atrium.core.mail.WrittenMail;
import dev.atrium.core.project.EmailAddress;
import dev.atrium.core.project.Outcome;
import dev.atrium.core.project.Page;
import dev.atrium.rest.error.Problem;
import dev.atrium.rest.error.Refused;
import dev.atrium.rest.request.AdminRequest;
import dev.atrium.support.mail.MailTemplateProvider;
import dev.atrium.support.mail.MailTemplateProvider.Preview;
import java.util.List;
import java.util.Optional;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;

/** The own templates of a realm or a project as far as this administrator may see and change them; changes are recorded. */
final class TemplateAccess {
    private static final String RESOURCE_TYPE = "ATRIUM_MAIL_TEMPLATE";

    private final AdminRequest request;
    private final TemplateOwner owner;
    private final MailTemplateStore store;
    private final MailTemplateProvider mails;

    TemplateAccess(AdminRequest request, TemplateOwner owner) {
        this.request = request;
        this.owner = owner;
        store = request.store().mailTemplates(request.realm());
        mails = request.session().getProvider(MailTemplateProvider.class);
    }

    void requireView() {
        owner.requireView();
    }

    void requireManage() {
        owner.requireManage();
    }

    List<KindRepresentation> kinds() {
        return KindRepresentation.of(mails.kinds());
    }

    MailTemplateKey key(String kind, String language) {
        if (!mails.kinds().containsKey(kind)) {
            throw new Refused(Problem.notFound("There is no such mail; the mails are "
                    + String.join(", ", mails.kinds().keySet()) + "."));
        }
        return new MailTemplateKey(
                owner.id(),
                kind,
                Language.parse(language)
                        .orElseThrow(() -> new Refused(
                                Problem.notFound("This is not a language; examples are de, pt-BR and zh-Hans."))));
    }

    List<TemplateRepresentation> list(Optional<String> kind, Page page) {
        return store.list(new MailTemplateFilter(owner.id(), kind), page).stream()
                .map(stored -> TemplateRepresentation.summary(owner, stored))
                .toList();
    }

    long count(Optional<String> kind) {
        return store.count(new MailTemplateFilter(owner.id(), kind));
    }

    TemplateRepresentation read(MailTemplateKey key) {
        StoredMailTemplate stored = store.find(key).orElseThrow(TemplateAccess::notFound);
        return TemplateRepresentation.of(owner, stored, check(key, stored.template()));
    }

    TemplateInput input(ObjectNode json) {
        return TemplateInput.read(owner, json);
    }

    List<TemplateProblem> check(MailTemplateKey key, MailTemplate template) {
        return mails.check(key.kind(), template);
    }

    TemplateRepresentation save(MailTemplateKey key, MailTemplate template) {
        OperationType operation = store.find(key).isPresent() ? OperationType.UPDATE : OperationType.CREATE;
        StoredMailTemplate saved =
                new StoredMailTemplate(key, template, request.clock().instant());
        Outcome outcome = request.outcome(() -> {
            store.save(saved);
            return Outcome.DONE;
        });
        if (outcome != Outcome.DONE) {
            throw new Refused(Problem.templateSavedMeanwhile());
        }
        TemplateRepresentation representation = TemplateRepresentation.of(owner, saved, List.of());
        record(operation, key, representation);
        return representation;
    }

    void delete(MailTemplateKey key) {
        TemplateRepresentation representation = read(key);
        if (store.delete(key) != Outcome.DONE) {
            throw notFound();
        }
        record(OperationType.DELETE, key, representation);
    }

    /** Without a stored template of its own only Atrium's own mails have something to show. */
    Preview preview(MailTemplateKey key, Optional<MailTemplate> draft) {
        Preview preview = mails.preview(request.realm(), key, draft);
        if (preview.mail().isEmpty() && preview.problems().isEmpty()) {
            throw new Refused(Problem.notFound(
                    "This mail still has the theme's text. To try your own, send 'subject' and 'text' in the body."));
        }
        return preview;
    }

    /** One's own address; another one only for who manages the realm, in whose name a mail goes there. */
    String testAddress(Optional<String> wanted) {
        UserModel caller = request.auth().adminAuth().getUser();
        Optional<String> own = Optional.ofNullable(caller.getEmail());
        Optional<String> address = wanted.or(() -> own);
        if (address.flatMap(EmailAddress::parse).isEmpty()) {
            throw Refused.field(
                    "address",
                    wanted.isPresent()
                            ? "Must be an e-mail address such as name@example.org."
                            : "Is missing; your account has no e-mail address.");
        }
        Refused.unless(
                (address.equals(own) && caller.isEmailVerified())
                        || request.auth().realm().canManageRealm(),
                "Sending to an address other than your own verified one needs the right to manage the realm.");
        return address.get().strip();
    }

    TestRepresentation sendTest(MailTemplateKey key, WrittenMail mail, String address) {
        TestRepresentation sent = new TestRepresentation(
                mails.sendTest(request.realm(), key, mail, address).value(), address);
        record(OperationType.ACTION, key, sent);
        return sent;
    }

    private void record(OperationType operation, MailTemplateKey key, Object representation) {
        String path = owner.id().map(id -> "projects/" + id.value() + "/").orElse("") + "mail-templates";
        request.events()
                .operation(operation)
                .resource(RESOURCE_TYPE)
                .resourcePath("atrium", path, key.kind(), key.language().tag())
                .representation(representation)
                .success();
    }

    private static Refused notFound() {
        return new Refused(Problem.notFound("There is no custom template for this mail in this language."));
    }
}
