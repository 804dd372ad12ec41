package dev.atrium.eventlisteners.template;

import dev.atrium.core.mail.TemplateProblem;

/** A template that wrote no mail. */
@SuppressWarnings("serial") // never serialized
public final class UnusableTemplate extends Exception {
    private final transient TemplateProblem problem;

    UnusableTemplate(TemplateProblem problem) {
        super(problem.part() + ", line " + problem.line() + ", column " + problem.column() + ": " + problem.message());
        this.problem = problem;
    }

    public TemplateProblem problem() {
        return problem;
    }
}
