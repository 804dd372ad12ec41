package dev.atrium.tests.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.app.Answer;

/**
 * What programs may rely on when Atrium's admin REST refuses.
 *
 * @param field empty where none is to blame
 */
public record Refusal(int status, String error, String field) {
    public static Refusal of(Answer answer) {
        assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
                .as("%s %s", answer.status(), answer.body())
                .startsWith("application/json");
        assertThat(answer.text("message")).as(answer.body()).isNotBlank();
        assertThat(answer.text("error_description")).endsWith(answer.text("message"));
        return new Refusal(answer.status(), answer.text("error"), answer.text("field"));
    }
}
