package dev.atrium.tests.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.mail.MailServer;
import dev.atrium.tests.mail.ReceivedMail;
import dev.atrium.tests.server.AtriumServer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever sets up a passkey, for which it takes a browser, is told so by mail. */
@ExtendWith(AtriumServer.class)
class PasskeyNoticeIT {
    private static final String ANN = "ann@example.org";

    private Chromium chromium;
    private MailServer mails;
    private TestRealm realm;

    @BeforeEach
    void start() throws IOException {
        chromium = Chromium.start();
        mails = MailServer.start();
        realm = TestRealm.create().mailsTo(mails);
    }

    @AfterEach
    void stop() {
        if (realm != null) {
            realm.close();
            mails.close();
            chromium.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"webauthn-register-passwordless", "webauthn-register"})
    void a_passkey_that_was_set_up_is_told_with_whence_it_was(String action) {
        String ann = "users/" + realm.user("ann");
        realm.admin().put(ann, Admin.JSON.createObjectNode().put("emailVerified", true));
        realm.admin()
                .put(
                        ann + "/execute-actions-email",
                        Admin.JSON.createArrayNode().add(action));
        chromium.hasPasskeys();
        chromium.open(mails.await(ANN).link());
        chromium.click("#kc-info-message a");
        chromium.click("#registerWebAuthn");
        chromium.acceptPrompt();

        ReceivedMail notice = mails.await(mail -> mail.subject().equals("A change to your account"));
        assertThat(notice.to()).isEqualTo(ANN);
        assertThat(notice.text())
                .contains("A new passkey was added to your account.")
                .contains("IP address: ");
    }
}
