package dev.atrium.tests.hash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.demo.AdminApi;
import dev.atrium.tests.hash.RatedServer.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The processor time of a sign-in through all stages beside one through Keycloak's own browser flow, with a password hash that
 * costs next to nothing. Two servers take turns. Not part of the suite, for it needs a machine of its own: docs/measurements.md
 * has the command.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StageCostMeasurement {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SLICE = Duration.ofSeconds(Integer.getInteger("atrium.rate.slice", 10));
    private static final int ROUNDS = Integer.getInteger("atrium.rate.rounds", 8);
    private static final Duration WARM = Duration.ofSeconds(Integer.getInteger("atrium.rate.warm", 60));
    /** The folder for recordings of what the servers did, if any are wanted. */
    private static final String RECORDINGS = System.getProperty("atrium.rate.recordings", "");

    private static final double MOST = 1.1;
    private static final int AT_ONCE = 2;
    private static final Map<String, String> CHEAP_HASH =
            Map.of("KC_SPI_PASSWORD_HASHING__ARGON2__ITERATIONS", "1", "KC_SPI_PASSWORD_HASHING__ARGON2__MEMORY", "64");

    @TempDir
    static Path directory;

    private static RatedServer stock;
    private static RatedServer atrium;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        stock = server(Kind.STOCK);
        atrium = server(Kind.WITHOUT_VECTORS);
    }

    private static RatedServer server(Kind kind) throws IOException, InterruptedException {
        Map<String, String> options = new HashMap<>(CHEAP_HASH);
        if (!RECORDINGS.isEmpty()) {
            String file = Path.of(RECORDINGS, kind + ".jfr").toString();
            options.put(
                    "JAVA_OPTS_APPEND", "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + file);
        }
        return new RatedServer(kind, directory.resolve(kind.name()), options);
    }

    @AfterAll
    static void stop() {
        stock.close();
        atrium.close();
    }

    /** Keycloak's own flow asks for the name first where there is an organization, and ours where one has an identity provider. */
    @Test
    @Order(1)
    void costs_at_most_a_tenth_more_than_keycloaks_own_two_pages() throws IOException, InterruptedException {
        setOrganizations(true);
        ObjectNode organization = JSON.createObjectNode().put("name", "Some").put("alias", "some");
        organization.putArray("domains").addObject().put("name", "some.example");
        assertThat(stock.admin().post("organizations", organization).statusCode())
                .isEqualTo(201);
        assertThat(ratio("two pages")).isLessThan(MOST);
    }

    @Test
    @Order(2)
    void costs_at_most_a_tenth_more_than_keycloaks_own_page() throws IOException, InterruptedException {
        setOrganizations(false);
        assertThat(atrium.admin()
                        .send("DELETE", "identity-provider/instances/lakeside-sso", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(ratio("one page")).isLessThan(MOST);
    }

    private static void setOrganizations(boolean enabled) throws IOException, InterruptedException {
        AdminApi admin = stock.admin();
        ObjectNode realm = (ObjectNode) JSON.readTree(admin.get("").body());
        String changed = realm.put("organizationsEnabled", enabled).toString();
        assertThat(admin.send("PUT", "", changed).statusCode()).isEqualTo(204);
    }

    private static double ratio(String pages) throws InterruptedException {
        Slice.of(stock, AT_ONCE, WARM);
        Slice.of(atrium, AT_ONCE, WARM);
        List<Duration> ofStock = new ArrayList<>();
        List<Duration> ofAtrium = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ofStock.add(Slice.of(stock, AT_ONCE, SLICE).processorEach());
            ofAtrium.add(Slice.of(atrium, AT_ONCE, SLICE).processorEach());
        }
        assertThat(Slice.pages(stock)).isEqualTo(Slice.pages(atrium));
        double ratio = median(ofAtrium) / median(ofStock);
        System.out.printf(
                Locale.ROOT,
                "%s: Keycloak %.2f ms, Atrium %.2f ms, %.2f times; of each slice %s and %s%n",
                pages,
                median(ofStock),
                median(ofAtrium),
                ratio,
                ofStock,
                ofAtrium);
        return ratio;
    }

    /** In milliseconds. */
    private static double median(List<Duration> slices) {
        return slices.stream().sorted().toList().get(slices.size() / 2).toNanos() / 1e6;
    }
}
