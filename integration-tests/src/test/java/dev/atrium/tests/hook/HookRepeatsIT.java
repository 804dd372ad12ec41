package dev.atrium.tests.hook;

import static dev.atrium.tests.hook.TestHook.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.mail.MailServer;
import dev.atrium.tests.mail.ReceivedMail;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same call, or one about the same person, comes several times at the same instant. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class HookRepeatsIT {
    private static final String ANN = "ann@example.org";
    private static final int AT_ONCE = 4;
    private static final int TIMES = 5;

    private final ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
    private final CyclicBarrier instant = new CyclicBarrier(AT_ONCE);
    private final MailServer mails = MailServer.start();
    private TestRealm realm;
    private TestHook hook;

    @BeforeEach
    void a_hook_of_an_HR_system() {
        realm = TestRealm.create().mailsTo(mails);
        realm.project("clinic");
        realm.policy("staff", "user/*.rs");
        realm.policy("doctor", "user/*.cruds");
        hook = TestHook.of(realm);
    }

    @AfterEach
    void gone() {
        senders.shutdownNow();
        realm.close();
        mails.close();
    }

    @Nested
    class Given_the_same_call {
        @RepeatedTest(TIMES)
        void one_acts_and_each_other_is_told_that_it_repeats_or_to_come_again() {
            String hired = event("hired", "4711", ANN).toString();
            List<Answer> answers = atOnce(sender -> hook.send("msg_1", hired));
            assertThat(answers).filteredOn(HookRepeatsIT::acted).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> !acted(answer))
                    .allMatch(answer -> repeats(answer) || comesAgain(answer), "repeats or is to come again");
            assertThat(hook.memberships()).hasSize(1);
            assertThat(hook.send("msg_1", hired)).matches(HookRepeatsIT::repeats, "repeats");
            assertThat(subjectsToAnn()).containsExactly("Welcome to Project clinic");
        }

        @RepeatedTest(TIMES)
        void somebody_is_invited_once() {
            String applied = event("applied", "4711", ANN).toString();
            List<Answer> answers = atOnce(sender -> hook.send("msg_1", applied));
            assertThat(answers).filteredOn(HookRepeatsIT::acted).hasSize(1);
            assertThat(realm.admin().read("atrium/invitations")).hasSize(1);
            hook.send("msg_2", event("hired", "4711", ANN).toString());
            assertThat(subjectsToAnn()).containsExactly("Invitation to Project clinic", "Welcome to Project clinic");
        }
    }

    @Nested
    class Given_calls_of_their_own_about_one_person {
        @RepeatedTest(TIMES)
        void there_is_one_account_and_one_membership() {
            String hired = event("hired", "4711", ANN).toString();
            List<Answer> answers = atOnce(sender -> hook.send("msg_" + sender, hired));
            assertThat(answers)
                    .allMatch(answer -> answer.status() == 200 || comesAgain(answer), "done, or is to come again");
            assertThat(answers)
                    .extracting(HookRepeatsIT::outcome)
                    .containsOnlyOnce("created")
                    .isSubsetOf("created", "unchanged", "");
            assertThat(realm.admin().read("users?email=" + ANN)).hasSize(1);
            assertThat(hook.memberships()).hasSize(1);
            assertThat(subjectsToAnn()).containsExactly("Welcome to Project clinic");
        }
    }

    private List<Answer> atOnce(Function<Integer, Answer> send) {
        List<CompletableFuture<Answer>> sent = IntStream.range(0, AT_ONCE)
                .mapToObj(sender -> CompletableFuture.supplyAsync(() -> meet(send, sender), senders))
                .toList();
        return sent.stream().map(CompletableFuture::join).toList();
    }

    private Answer meet(Function<Integer, Answer> send, int sender) {
        try {
            instant.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new AssertionError(e);
        }
        return send.apply(sender);
    }

    /** What Ann got, up to a mail that is caused now: those to one person go in their order. */
    private List<String> subjectsToAnn() {
        hook.send("msg_last", event("left", "4711", ANN).toString());
        mails.await(mail -> mail.text().contains("has ended"));
        List<String> subjects =
                mails.mailsTo(ANN).stream().map(ReceivedMail::subject).toList();
        return subjects.subList(0, subjects.size() - 1);
    }

    private static boolean acted(Answer answer) {
        return answer.status() == 200 && !repeats(answer);
    }

    private static boolean repeats(Answer answer) {
        return answer.status() == 200
                && answer.response().headers().firstValue("Atrium-Repeat").isPresent();
    }

    private static boolean comesAgain(Answer answer) {
        return answer.status() == 409 && answer.text("error").equals("at_the_same_time");
    }

    private static String outcome(Answer answer) {
        JsonNode first = answer.json().path("results").path(0);
        return first.path("outcome").asText("");
    }
}
