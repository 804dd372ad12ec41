package dev.atrium.store.message;

import dev.atrium.core.mail.Language;
import dev.atrium.core.mail.MailTemplateFilter;
import dev.atrium.core.mail.MailTemplateKey;
import dev.atrium.core.mail.MailTemplateStore;
import dev.atrium.core.mail.StoredMailTemplate;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.store.Outcome;
import dev.atrium.core.store.Page;
import dev.atrium.store.jpa.Conditions;
import dev.atrium.store.jpa.RealmRows;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The own mail templates of one realm, in Keycloak's database. */
public final class JpaMailTemplateStore implements MailTemplateStore {
    private static final String WITH_KEY =
            " where t.realmId = :realm and t.projectId = :project and t.kind = :kind and t.language = :language";
    private static final String FIND = "select t from AtriumMailTemplate t" + WITH_KEY;
    private static final String CANDIDATES = """
            select t from AtriumMailTemplate t
            where t.realmId = :realm and t.projectId in :projects and t.kind = :kind and t.language in :languages
            """;

    private final RealmRows rows;

    public JpaMailTemplateStore(RealmRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<StoredMailTemplate> find(MailTemplateKey key) {
        return read(bind(rows.query(FIND, MailTemplateEntity.class), key)).stream()
                .findFirst();
    }

    @Override
    public Optional<StoredMailTemplate> best(String kind, Optional<ProjectId> project, List<Language> languages) {
        TypedQuery<MailTemplateEntity> query = rows.query(CANDIDATES, MailTemplateEntity.class)
                .setParameter("projects", List.of(MailTemplateEntity.project(project), MailTemplateEntity.OF_REALM))
                .setParameter("kind", kind)
                .setParameter("languages", languages.stream().map(Language::tag).toList());
        Comparator<StoredMailTemplate> projectFirst =
                Comparator.comparing(stored -> stored.key().project().isEmpty());
        return read(query).stream()
                .min(projectFirst.thenComparing(
                        stored -> languages.indexOf(stored.key().language())));
    }

    @Override
    public List<StoredMailTemplate> list(MailTemplateFilter filter, Page page) {
        Conditions conditions = conditions(filter);
        String query = "select t from AtriumMailTemplate t" + conditions + " order by t.kind, t.language";
        return read(conditions
                .bind(rows.query(query, MailTemplateEntity.class))
                .setFirstResult(page.first())
                .setMaxResults(page.max()));
    }

    @Override
    public long count(MailTemplateFilter filter) {
        Conditions conditions = conditions(filter);
        return conditions
                .bind(rows.query("select count(t) from AtriumMailTemplate t" + conditions, Long.class))
                .getSingleResult();
    }

    @Override
    public void save(StoredMailTemplate template) {
        List<MailTemplateEntity> found =
                bind(rows.query(FIND, MailTemplateEntity.class), template.key()).getResultList();
        if (found.isEmpty()) {
            rows.insert(new MailTemplateEntity(UUID.randomUUID().toString(), rows.realmId(), template));
            return;
        }
        found.get(0).replaceWith(template);
        rows.update(found.get(0));
    }

    @Override
    public Outcome delete(MailTemplateKey key) {
        int deleted = bind(rows.change("delete from AtriumMailTemplate t" + WITH_KEY), key)
                .executeUpdate();
        return deleted == 1 ? Outcome.DONE : Outcome.NOT_FOUND;
    }

    private List<StoredMailTemplate> read(TypedQuery<MailTemplateEntity> query) {
        return rows.read(query, MailTemplateEntity::toTemplate);
    }

    private static Conditions conditions(MailTemplateFilter filter) {
        return Conditions.inRealm("t")
                .and("t.projectId = :project", "project", Optional.of(MailTemplateEntity.project(filter.project())))
                .and("t.kind = :kind", "kind", filter.kind());
    }

    private static <Q extends Query> Q bind(Q query, MailTemplateKey key) {
        query.setParameter("project", MailTemplateEntity.project(key.project()))
                .setParameter("kind", key.kind())
                .setParameter("language", key.language().tag());
        return query;
    }
}
