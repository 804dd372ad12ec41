package dev.atrium.rest.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.atrium.core.mail.TemplateProblem;
import dev.atrium.http.error.Answer;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is wrong with a template, line by line; the first of it in the form of all refusals. */
record TemplateRefusal(
        String error,
        String field,
        String message,
        @JsonProperty("error_description") String description,
        List<Place> problems) {
    /** One problem, with its place where it has one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Place(
            String field, @Nullable Integer line, @Nullable Integer column, String message) {
        static Place of(TemplateProblem problem) {
            return new Place(
                    problem.part().name().toLowerCase(Locale.ROOT),
                    problem.hasPlace() ? problem.line() : null,
                    problem.hasPlace() ? problem.column() : null,
                    problem.message());
        }

        /** Problems as JSON has them: nothing where there are none. */
        static @Nullable List<Place> orNothing(List<TemplateProblem> problems) {
            return problems.isEmpty() ? null : problems.stream().map(Place::of).toList();
        }

        String sentence() {
            return line == null ? message : "line " + line + ", column " + column + ": " + message;
        }
    }

    static Response of(List<TemplateProblem> problems) {
        List<Place> places = problems.stream().map(Place::of).toList();
        Place first = places.get(0);
        return Answer.json(
                        Response.status(Response.Status.BAD_REQUEST),
                        new TemplateRefusal(
                                "invalid_template",
                                first.field(),
                                first.sentence(),
                                first.field() + ": " + first.sentence(),
                                places))
                .build();
    }
}
