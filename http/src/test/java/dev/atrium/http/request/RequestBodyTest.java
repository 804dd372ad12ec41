package dev.atrium.http.request;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.http.error.Problem;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {
    private static final String JSON = "application/json";

    @Nested
    class Given_a_content_type {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "application/json",
                    "APPLICATION/JSON",
                    "application/json;charset=UTF-8",
                    "application/json; charset=\"utf-8\"",
                    " application/json ;"
                })
        void takes_json_in_utf_8(String type) {
            assertThat(RequestBody.read(type, body("{\"a\":1}")).get("a").asInt())
                    .isEqualTo(1);
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(
                strings = {
                    "",
                    "text/plain",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data",
                    "application/json; charset=latin1",
                    "application/json; charset=no-such-charset",
                    "application/json-patch+json",
                    "nonsense"
                })
        void refuses_any_other(String type) {
            Problem problem = Refusal.of(() -> RequestBody.read(type, body("{}")));
            assertThat(problem.status()).isEqualTo(415);
            assertThat(problem.error()).isEqualTo("unsupported_media_type");
        }
    }

    @Nested
    class Given_a_request_that_needs_no_body {
        @Test
        void takes_none_for_one_that_says_nothing() {
            assertThat(RequestBody.readIfAny(null, body(""))).isEmpty();
        }

        @Test
        void reads_one_as_strictly_as_any() {
            assertThat(RequestBody.readIfAny("application/json", body("{\"a\":1}")))
                    .hasSize(1);
            assertThat(Refusal.of(() -> RequestBody.readIfAny("text/plain", body("{}")))
                            .status())
                    .isEqualTo(415);
        }
    }

    @Nested
    class Given_a_body {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "null",
                    "[]",
                    "[{}]",
                    "\"text\"",
                    "1",
                    "{",
                    "{}}",
                    "{} {}",
                    "{\"a\":1,\"a\":1}",
                    "{a:1}",
                    "{'a':1}",
                    "{\"a\":NaN}",
                    "{\"a\":01}",
                    "{\"a\":\"\\x\"}",
                    "{\"a\":\"\\ud8\"}",
                    "{\"a\":1,}",
                    "{\"a\":\"\u0000\"}",
                    "\uFEFF{}",
                    "/* no */ {}"
                })
        void refuses_what_is_not_one_strict_json_object(String text) {
            assertInvalid(text.getBytes(UTF_8));
        }

        @Test
        void refuses_one_that_is_not_there() {
            assertThat(Refusal.of(() -> RequestBody.read(JSON, null)).error()).isEqualTo("invalid_json");
        }

        @Test
        void refuses_nesting_without_end() {
            assertInvalid(("{\"a\":" + "[".repeat(100_000)).getBytes(UTF_8));
            assertInvalid("{\"a\":".repeat(100_000).getBytes(UTF_8));
        }

        @Test
        void refuses_a_number_of_100_000_digits() {
            assertInvalid(("{\"a\":" + "9".repeat(100_000) + "}").getBytes(UTF_8));
        }

        @Test
        void refuses_bytes_that_are_not_utf_8() {
            assertInvalid(new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'});
            assertInvalid("{\"a\":1}".getBytes(UTF_16));
        }

        @Test
        void takes_one_megabyte_and_not_a_byte_more() {
            String megabyte = "{}" + " ".repeat(RequestBody.MOST_BYTES - 2);
            assertThat(RequestBody.read(JSON, body(megabyte))).isEmpty();
            Problem problem = Refusal.of(() -> RequestBody.read(JSON, body(megabyte + " ")));
            assertThat(problem.status()).isEqualTo(413);
            assertThat(problem.error()).isEqualTo("body_too_large");
        }

        private void assertInvalid(byte[] bytes) {
            Problem problem = Refusal.of(() -> RequestBody.read(JSON, new ByteArrayInputStream(bytes)));
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.error()).isEqualTo("invalid_json");
        }
    }

    private static ByteArrayInputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
