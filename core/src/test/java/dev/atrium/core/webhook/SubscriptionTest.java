package dev.atrium.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.membership.ProjectReference;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionTest {
    private static final Optional<ProjectReference> CLINIC = project("1", "clinic");

    @Nested
    class Given_types {
        @ParameterizedTest
        @EnumSource(value = WebhookType.class, mode = EnumSource.Mode.EXCLUDE, names = "WEBHOOK_TEST")
        void a_star_stands_for_all_but_the_test(WebhookType type) {
            assertThat(to("*").wants(type)).isTrue();
        }

        @Test
        void a_star_behind_a_subject_stands_for_all_of_it() {
            assertThat(Stream.of(WebhookType.values()).filter(to("policy.*")::wants))
                    .containsExactly(
                            WebhookType.POLICY_CREATED, WebhookType.POLICY_UPDATED, WebhookType.POLICY_DELETED);
        }

        @Test
        void a_name_stands_for_itself() {
            assertThat(Stream.of(WebhookType.values()).filter(to("user.created")::wants))
                    .containsExactly(WebhookType.USER_CREATED);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "user", "user.", "user.*.*", "user.creat*", "*.created", "webhook.test", "webhook.*"})
        void whatever_names_no_type_is_not_taken(String text) {
            assertThat(TypePattern.parse(text)).isEmpty();
        }
    }

    @Nested
    class Given_a_project {
        @Test
        void wants_what_happens_there() {
            assertThat(to(CLINIC, "*").wants(event(CLINIC))).isTrue();
        }

        @Test
        void does_not_want_what_happens_elsewhere() {
            assertThat(to(CLINIC, "*").wants(event(project("2", "other")))).isFalse();
            assertThat(to(CLINIC, "*").wants(event(Optional.empty()))).isFalse();
        }

        @Test
        void does_not_want_what_happens_in_another_that_got_its_alias() {
            assertThat(to(CLINIC, "*").wants(event(project("2", "clinic")))).isFalse();
        }

        @Test
        void is_never_told_of_what_happens_in_no_project() {
            assertThat(to(CLINIC, "policy.*", "membership.*", "user.created", "*", "consent.revoked")
                            .neverTold())
                    .extracting(TypePattern::text)
                    .containsExactly("policy.*", "user.created", "consent.revoked");
            assertThat(to("policy.*", "user.created").neverTold()).isEmpty();
        }

        @Test
        void has_nothing_to_tell_of_what_never_happens_in_projects() {
            assertThat(to(CLINIC, "policy.*", "user.created").hasSomethingToTell())
                    .isFalse();
            assertThat(to(CLINIC, "policy.*", "membership.*").hasSomethingToTell())
                    .isTrue();
        }
    }

    @Nested
    class Given_no_project {
        @Test
        void wants_what_happens_anywhere() {
            assertThat(to("membership.*").wants(event(CLINIC))).isTrue();
            assertThat(to("membership.*").wants(event(Optional.empty()))).isTrue();
        }
    }

    @Nested
    class Given_it_was_switched_off {
        @Test
        void wants_nothing_and_says_why() {
            Subscription off = to("*").switchedOff("410");
            assertThat(off.wants(event(CLINIC))).isFalse();
            assertThat(off.switchedOff()).contains("410");
        }
    }

    @Nested
    class Given_an_address {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://example.org",
                    "https://example.org:8443/a?b=c",
                    "HTTPS://EXAMPLE.org/",
                    "http://10.0.0.1/",
                    "https://[2001:db8::1]:443/x"
                })
        void takes_it(String text) {
            assertThat(WebhookUrl.parse(text)).isPresent();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "example.org",
                    "/path",
                    "ftp://example.org/",
                    "file:///etc/passwd",
                    "https:///path",
                    "https://user@example.org/",
                    "https://user:password@example.org/",
                    "https://example.org/#fragment",
                    "https://example.org:0/",
                    "https://example.org:65536/",
                    "https://example.org/a b",
                    "https://example.org/\u00e4",
                    "https://exa mple.org/",
                    "https://example.org\\@evil.example/",
                    "jar:https://example.org/!/"
                })
        void does_not_take_what_is_none(String text) {
            assertThat(WebhookUrl.parse(text)).isEmpty();
        }

        @Test
        void knows_host_and_port() {
            WebhookUrl url = WebhookUrl.parse("https://[2001:DB8::1]/").orElseThrow();
            assertThat(url.host()).isEqualTo("2001:db8::1");
            assertThat(url.port()).isEqualTo(443);
            assertThat(WebhookUrl.parse("http://a:81").orElseThrow().port()).isEqualTo(81);
        }
    }

    private static Subscription to(String... types) {
        return to(Optional.empty(), types);
    }

    private static Subscription to(Optional<ProjectReference> project, String... types) {
        return new Subscription(
                new SubscriptionId("s"),
                WebhookUrl.parse("https://example.org/").orElseThrow(),
                Stream.of(types).map(TypePattern::new).toList(),
                project,
                "",
                true,
                Optional.empty());
    }

    private static WebhookEvent event(Optional<ProjectReference> project) {
        return WebhookEvent.of(WebhookType.MEMBERSHIP_CREATED, Instant.EPOCH).in(project);
    }

    private static Optional<ProjectReference> project(String id, String alias) {
        return Optional.of(new ProjectReference(new ProjectId(id), alias));
    }
}
