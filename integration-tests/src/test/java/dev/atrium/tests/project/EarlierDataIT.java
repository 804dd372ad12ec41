package dev.atrium.tests.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.demo.CannotStart;
import dev.atrium.store.TestPostgres;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.server.OwnServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A server with the data of a version that named projects by their aliases. */
@Tag("own")
@TestInstance(Lifecycle.PER_CLASS)
class EarlierDataIT {
    private static final JsonNode NOTHING = Admin.JSON.createObjectNode();
    private static final String ALIAS_ENTRY = "${vault.atrium-smtp-riverside}";

    private OwnServer server;
    private String webhook;
    private String orphan;
    private String hook;
    private String refusal;

    @BeforeAll
    void started_anew_on_it() throws SQLException {
        String database = TestPostgres.start();
        server = OwnServer.on(database, Map.of());
        webhook = create("webhooks", ReusedAliasIT.subscription("riverside"));
        orphan = create("webhooks", ReusedAliasIT.subscription("lakeside"));
        server.admin(
                "POST",
                "atrium/policies",
                (ObjectNode) Admin.parse("{\"name\":\"clinician\",\"scopes\":[\"user/*.rs\"]}"),
                201);
        hook = create(
                "hooks", (ObjectNode) ReusedAliasIT.hook("riverside").set("policies", Admin.parse("[\"clinician\"]")));
        sendsBy(project(), ALIAS_ENTRY);
        server.kill();
        refusal = refusalOfNewerTables(database);
        makeEarlier(database);
        server.start();
    }

    @AfterAll
    void gone() {
        server.close();
    }

    @Test
    void it_belongs_to_the_organizations_that_have_the_aliases_and_to_no_later_ones() {
        assertThat(read("webhooks/" + webhook).path("project").asText()).isEqualTo("riverside");
        assertThat(read("webhooks/" + webhook).path("active").asBoolean()).isTrue();
        assertThat(read("hooks/" + hook).path("active").asBoolean()).isTrue();
        assertThat(read("webhooks/" + orphan).path("active").asBoolean()).isFalse();
        assertThat(problem()).contains("does not contain " + ALIAS_ENTRY); // which it may use, were it there

        server.admin("DELETE", "organizations/" + project(), NOTHING, 204);
        assertThat(read("webhooks").findValuesAsText("id")).containsExactly(orphan);
        assertThat(read("hooks")).isEmpty();

        ObjectNode another =
                Admin.JSON.createObjectNode().put("name", "Riverside").put("alias", "riverside");
        another.putArray("domains").addObject().put("name", "another.example");
        server.admin("POST", "organizations", another, 201);
        sendsBy(project(), ALIAS_ENTRY);
        assertThat(problem()).contains("Must be ${vault.atrium-smtp-" + project() + "}");
    }

    @Test
    void on_tables_of_a_newer_version_it_does_not_start() {
        assertThat(refusal.lines().filter(line -> line.contains("Atrium does not let Keycloak start")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .contains("made by a newer Atrium", "'99-later'", "restore the backup of before the upgrade"));
    }

    /** Here, for the surveys of a realm ask PostgreSQL otherwise than H2. */
    @Test
    void its_health_is_told_by_REST_metrics_and_the_health_endpoint() {
        assertThat(server.health("/group/atrium").text("status")).isEqualTo("UP");

        server.admin(
                "PUT",
                "authentication/required-actions/atrium-stages",
                ((ObjectNode) read("authentication/required-actions/atrium-stages", "")).put("enabled", false),
                204);

        assertThat(read("health").path("findings").findValuesAsText("id"))
                .contains("stages-action", "mail-server-missing");
        assertThat(server.metrics())
                .contains("atrium_health_findings{finding=\"stages-action\",realm=\"atrium\",severity=\"error\"} 1.0");
        assertThat(server.health("/group/atrium").text("status")).isEqualTo("DOWN");
        assertThat(server.health("/ready").text("status")).isEqualTo("UP");
    }

    /** What a server says when it is started on them. */
    private String refusalOfNewerTables(String database) throws SQLException {
        change(
                database,
                "insert into databasechangelog_atrium_sto select '99-later', author, filename, dateexecuted,"
                        + " orderexecuted, exectype, md5sum, description, comments, tag, liquibase, contexts, labels,"
                        + " deployment_id from databasechangelog_atrium_sto where id = '1-membership'");
        String said = catchThrowableOfType(CannotStart.class, server::start).getMessage();
        change(database, "delete from databasechangelog_atrium_sto where id = '99-later'");
        return said;
    }

    private static void change(String database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    /** What the earlier version did not write, is not there; and one of its subscriptions is of a project that went. */
    private void makeEarlier(String database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute("delete from component_config where name = 'project-id'");
            statement.execute("update component_config set value = 'went' where name = 'project' and component_id = '"
                    + orphan + "'");
            statement.execute("drop table atrium_alias_vault_entry");
            int changes =
                    statement.executeUpdate("delete from databasechangelog_atrium_sto where id like '9-organization%'");
            assertThat(changes).isEqualTo(2);
        }
    }

    private String create(String list, ObjectNode body) {
        return server.admin("POST", "atrium/" + list, body, 201).path("id").asText();
    }

    private JsonNode read(String path) {
        return read(path, "atrium/");
    }

    private JsonNode read(String path, String below) {
        return server.admin("GET", below + path, NOTHING, 200);
    }

    private String project() {
        return server.admin("GET", "organizations?search=Riverside", NOTHING, 200)
                .path(0)
                .path("id")
                .asText();
    }

    private String problem() {
        return read("projects/riverside/mail-sender").path("problems").toString();
    }

    private void sendsBy(String project, String entry) {
        ObjectNode organization = (ObjectNode) server.admin("GET", "organizations/" + project, NOTHING, 200);
        ObjectNode attributes = organization.withObjectProperty("attributes");
        Map.of(
                        "atrium.smtp.host", "mail.example.org",
                        "atrium.smtp.from", "mail@example.org",
                        "atrium.smtp.user", "riverside",
                        "atrium.smtp.password", entry)
                .forEach((name, value) -> attributes.putArray(name).add(value));
        server.admin("PUT", "organizations/" + project, organization, 204);
    }
}
