package dev.atrium.tests.login.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two administrators set up one realm at the same moment. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class SetupAtOnceIT {
    private static final String ORDER = "{ \"scopes\": [\"user/*.rs\"] }";
    private static final String MORE = "{ \"scopes\": [\"user/*.rs\", \"patient/*.rs\", \"user/Observation.rs\"] }";

    private final HandmadeRealm realm = HandmadeRealm.create();

    @AfterEach
    void gone() {
        realm.close();
    }

    @RepeatedTest(3)
    void the_realm_is_set_up_once_and_can_be_as_it_was() throws InterruptedException, ExecutionException {
        JsonNode before = realm.export();

        List<Integer> answers = atOnce(this::setUp, this::setUp);

        assertThat(answers).contains(200).isSubsetOf(200, 409);
        assertThat(HandmadeRealm.texts(realm.setUp(ORDER), "changes"))
                .containsExactly("There is nothing to do: the realm is set up.");
        realm.undo();
        assertThat(realm.export()).isEqualTo(before);
    }

    @RepeatedTest(3)
    void what_a_setup_adds_while_another_is_undone_can_be_undone_too() throws InterruptedException, ExecutionException {
        JsonNode before = realm.export();
        realm.setUp(ORDER);

        List<Integer> answers = atOnce(() -> realm.setUp(MORE, "").status(), this::undone);

        assertThat(answers).contains(200).isSubsetOf(200, 409);
        assertThat(undone()).isIn(200, 404);
        assertThat(realm.export()).isEqualTo(before);
    }

    private int setUp() {
        return realm.setUp(ORDER, "").status();
    }

    private int undone() {
        return realm.admin().delete("atrium/setup").status();
    }

    private static <T> List<T> atOnce(Callable<T> one, Callable<T> other)
            throws InterruptedException, ExecutionException {
        ExecutorService administrators = Executors.newFixedThreadPool(2);
        try {
            List<Future<T>> both = administrators.invokeAll(List.of(one, other));
            return List.of(both.get(0).get(), both.get(1).get());
        } finally {
            administrators.shutdown();
        }
    }
}
