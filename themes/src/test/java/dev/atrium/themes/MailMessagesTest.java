package dev.atrium.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mails, and the pages of their links, speak more languages than other pages do. */
class MailMessagesTest {
    /** The words of mails, and of the pages their links lead to. */
    private static final List<String> MAILS = List.of("atrium.mail.", "atrium.link.", "atrium.page");

    private static final List<String> LINK_PAGES = List.of("atrium-link.ftl", "atrium-invitation.ftl");

    /** As files are named: pt-BR is pt_BR, and both zh-CN and zh-Hans are zh_Hans. */
    static List<String> languages() {
        return List.of("en", "de", "es", "fr", "it", "pt_BR", "nl", "ja", "zh_Hans", "ar");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_language_says_the_same_things(String language) {
        assertThat(mail(language)).isNotEmpty().containsOnlyKeys(mail("en").keySet());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_language_fills_in_the_same_parameters(String language) {
        assertThat(mail(language))
                .allSatisfy((key, text) -> assertThat(MessagesTest.parameters(text))
                        .as("parameters of %s", key)
                        .isEqualTo(MessagesTest.parameters(mail("en").get(key))));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_message_is_something_to_read(String language) {
        assertThat(mail(language))
                .allSatisfy((key, text) ->
                        assertThat(MessagesTest.format(text)).as(key).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void no_apostrophe_is_lost(String language) {
        assertThat(mail(language))
                .allSatisfy((key, text) ->
                        assertThat(text.replace("''", "")).as(key).doesNotContain("'"));
    }

    /** A page that is half in one language and half in another is no help. */
    @ParameterizedTest
    @MethodSource("languages")
    void a_language_that_the_pages_do_not_speak_is_for_mails_only(String language) {
        if (!ThemeFiles.ATRIUM.languages().contains(language)) {
            assertThat(ThemeFiles.EVERY.messages(language).keySet()).allMatch(MailMessagesTest::isOfMails);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void the_pages_of_links_find_all_their_words(String language) {
        assertThat(LINK_PAGES)
                .allSatisfy(page -> assertThat(mail(language).keySet())
                        .as("words of %s", page)
                        .containsAll(atriumKeys(page)));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void what_keycloak_sends_is_in_every_language_too(String language) {
        assertThat(keycloaks(language)).containsKeys(keycloakKeys());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void what_we_say_for_keycloak_names_no_more_than_keycloak_does(String language) {
        Map<String, String> english = ThemeFiles.BASE_EMAIL.messages("en");
        assertThat(ours(language))
                .allSatisfy((key, text) -> assertThat(MessagesTest.parameters(text))
                        .as("parameters of %s", key)
                        .isLessThanOrEqualTo(MessagesTest.parameters(english.get(key))));
    }

    private static Map<String, String> mail(String language) {
        Map<String, String> found = new TreeMap<>(ThemeFiles.EVERY.messages(language));
        found.keySet().removeIf(key -> !isOfMails(key));
        return found;
    }

    private static boolean isOfMails(String key) {
        return MAILS.stream().anyMatch(key::startsWith);
    }

    private static List<String> atriumKeys(String page) {
        return ThemeFiles.EVERY.templates().stream()
                .filter(template -> ThemeFiles.EVERY.name(template).equals(page))
                .flatMap(template -> Templates.messageKeys(ThemeFiles.text(template)).stream())
                .filter(key -> key.startsWith("atrium."))
                .toList();
    }

    private static Map<String, String> keycloaks(String language) {
        Map<String, String> all = new HashMap<>(ThemeFiles.BASE_EMAIL.messages(language));
        all.putAll(ours(language));
        return all;
    }

    private static Map<String, String> ours(String language) {
        return ThemeFiles.ATRIUM_EMAIL.speaks(language) ? ThemeFiles.ATRIUM_EMAIL.messages(language) : Map.of();
    }

    private static String[] keycloakKeys() {
        Set<String> keys = ThemeFiles.BASE_EMAIL.messages("en").keySet();
        return keys.toArray(String[]::new);
    }
}
