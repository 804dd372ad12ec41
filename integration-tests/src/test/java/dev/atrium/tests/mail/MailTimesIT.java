package dev.atrium.tests.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.server.AtriumServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail tells a time in the time zone of whoever reads it. */
@ExtendWith(AtriumServer.class)
class MailTimesIT {
    private static final String ZONE = "atrium.mail.time-zone";

    private final Correspondence realm = new Correspondence();

    @BeforeEach
    void anybodyMayHaveATimeZone() {
        ObjectNode profile = (ObjectNode) realm.admin().read("users/profile");
        realm.change("users/profile", profile.put("unmanagedAttributePolicy", "ENABLED"));
    }

    @AfterEach
    void gone() {
        realm.close();
    }

    @Test
    void it_is_their_own_before_that_of_the_project() {
        set("organizations/" + realm.clinic, "Europe/Berlin");
        assertThat(invited("ann", "America/Sao_Paulo")).contains("(Brasilia Standard Time)");
    }

    @Test
    void it_is_that_of_the_project_for_whoever_says_none() {
        set("organizations/" + realm.clinic, "Asia/Tokyo");
        set("", "Europe/Berlin");
        assertThat(invited("ann", "")).contains("(Japan Standard Time)");
    }

    @Test
    void it_is_that_of_the_realm_where_the_project_says_none() {
        set("", "Asia/Tokyo");
        assertThat(invited("ann", "")).contains("(Japan Standard Time)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mars/Olympus", "GMT+25", "Europe/Berlin\r\nBcc: x@example.org", "${link}", "CET"})
    void what_is_no_time_zone_is_not_heeded(String zone) {
        assertThat(invited("ann", zone)).contains(" UTC").doesNotContain("Bcc");
    }

    @Test
    void a_project_is_told_that_its_time_zone_is_none() {
        set("organizations/" + realm.clinic, "Berlin");
        assertThat(realm.admin()
                        .read("atrium/projects/clinic/mail-sender")
                        .at("/problems/0/setting")
                        .asText())
                .isEqualTo(ZONE);
    }

    /** The mail that tells somebody new of the clinic how long their link works. */
    private String invited(String name, String zone) {
        ObjectNode more = Admin.JSON.createObjectNode();
        if (!zone.isEmpty()) {
            more.putObject("attributes").putArray("zoneinfo").add(zone);
        }
        realm.person(name, more);
        realm.joins(name, realm.clinic);
        return realm.first(name).text();
    }

    private void set(String path, String zone) {
        ObjectNode changed = (ObjectNode) realm.admin().read(path);
        ObjectNode attributes = changed.withObject("/attributes");
        if (path.isEmpty()) {
            attributes.put(ZONE, zone);
        } else {
            attributes.putArray(ZONE).add(zone);
        }
        realm.change(path, changed);
    }
}
