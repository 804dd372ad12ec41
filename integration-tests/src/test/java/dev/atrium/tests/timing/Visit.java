package dev.atrium.tests.timing;

import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Somebody tries one address at every step, with a wrong password and a wrong code.
 *
 * @param times how long each step took, in milliseconds
 * @param answers what each step was answered, redirects included
 */
record Visit(Map<Step, Double> times, Map<Step, List<HttpResponse<String>>> answers) {
    static final String WRONG = "not the password";

    private static final String WRONG_CODE = "000000";

    static Visit of(String realm, String typed) {
        Visit visit = new Visit(new EnumMap<>(Step.class), new EnumMap<>(Step.class));
        URI start = App.PLAIN.authorizationUrl("openid", Map.of());
        Page first = new Browser().open(here(realm, start));
        Page methods = visit.take(Step.NAME, first, () -> first.email(typed));
        Page password = methods.method("password");
        Page refused = visit.take(Step.PASSWORD, first, () -> password.password(WRONG));
        Page choice = refused.anotherWay();
        Page mailed = visit.take(Step.MAIL, first, () -> choice.method("email-code"));
        visit.take(Step.CODE, first, () -> mailed.submit("atrium-code", Map.of("code", List.of(WRONG_CODE)), "login"));
        URI forgotten =
                URI.create(refused.html().select("a[href*=reset-credentials]").attr("abs:href"));
        Page reset = first.browser().open(forgotten);
        visit.take(
                Step.RESET,
                first,
                () -> reset.submit("kc-reset-password-form", Map.of("username", List.of(typed)), "login"));
        Answer grant = visit.timed(Step.GRANT, () -> grant(realm, typed));
        visit.answers.put(Step.GRANT, List.of(grant.response()));
        return visit;
    }

    /** The direct grant, by the client that the realm has for it. */
    static Answer grant(String realm, String typed) {
        Map<String, String> form =
                Map.of("grant_type", "password", "client_id", "passwords", "username", typed, "password", WRONG);
        return Answer.post(here(realm, App.endpoint("/token")), App.query(form));
    }

    private Page take(Step step, Page first, Supplier<Page> request) {
        int before = first.browser().answers().size();
        Page after = timed(step, request);
        List<HttpResponse<String>> all = first.browser().answers();
        answers.put(step, all.subList(before, all.size()));
        return after;
    }

    private <T> T timed(Step step, Supplier<T> request) {
        long start = System.nanoTime();
        T answer = request.get();
        times.put(step, (System.nanoTime() - start) / 1e6);
        return answer;
    }

    private static URI here(String realm, URI address) {
        return URI.create(address.toString().replace("/realms/atrium/", "/realms/" + realm + "/"));
    }
}
