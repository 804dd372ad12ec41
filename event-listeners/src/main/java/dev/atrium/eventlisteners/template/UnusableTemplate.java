package dev.atrium.eventlisteners.template;

import dev.atrium.core.mail.TemplateProblem;

/** A template that wrote no mail. */
@SuppressWarnings("serial") // never serialized
public final class UnusableTemplate extends Exception {
    private final transient TemplateProblem problem;

    UnusableTemplate(TemplateProblem problem) {
        super(problem.part() + ": " + problem.message());
        this.problem = problem;
    }

    public TemplateProblem problem() {
        return problem;
    }
}
