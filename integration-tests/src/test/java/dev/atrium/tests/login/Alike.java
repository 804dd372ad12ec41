package dev.atrium.tests.login;

import dev.atrium.tests.browser.Page;

/** What a stranger compares of two pages. */
final class Alike {
    private Alike() {}

    /** Status, address and text of the page, without the name that was typed and what differs at every visit. */
    static String of(Page page, String typed) {
        return page.status()
                + page.address().getPath()
                + withoutIds(page.html().outerHtml().replace(typed, "the name"));
    }

    private static String withoutIds(String text) {
        return text.replaceAll("(session_code|client_data|tab_id)=[^&\"]*", "$1")
                .replaceAll("\"[A-Za-z0-9+/]{64}\"", "the session's hash")
                .replaceAll("challenge: \"[^\"]*\"", "the challenge");
    }
}
