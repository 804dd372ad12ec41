package dev.atrium.mail.template;

import dev.atrium.core.mail.TemplateProblem;

/** A template that wrote no mail. */
@SuppressWarnings("serial") // never serialized
public final class TemplateSyntaxException extends Exception {
    private final transient TemplateProblem problem;

    TemplateSyntaxException(TemplateProblem problem) {
        super(problem.part() + ": " + problem.message());
        this.problem = problem;
    }

    public TemplateProblem problem() {
        return problem;
    }
}
