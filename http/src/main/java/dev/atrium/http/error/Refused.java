package dev.atrium.http.error;

/** Ends a request that cannot be done; {@link Answer} turns it into its response. */
@SuppressWarnings("serial") // never serialized
public final class Refused extends RuntimeException {
    private final transient Problem problem;

    public Refused(Problem problem) {
        super(problem.error(), null, false, false);
        this.problem = problem;
    }

    public static Refused field(String field, String message) {
        return new Refused(Problem.invalidField(field, message));
    }

    /** Refuses whoever is not allowed to. */
    public static void unless(boolean allowed, String message) {
        if (!allowed) {
            throw new Refused(Problem.forbidden(message));
        }
    }

    public Problem problem() {
        return problem;
    }
}
