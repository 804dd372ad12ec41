package dev.atrium.core.project;

import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeSet;
import java.util.Collection;
import java.util.List;

/**
 * What a person has agreed to so far for one client and one membership.
 *
 * @param scopes empty while they have agreed to nothing
 */
public record Agreement(ScopeSet scopes) {
    public static final Agreement NONE = new Agreement(ScopeSet.EMPTY);

    public boolean covers(Scope scope) {
        return scopes.contains(scope.text()) || scopes.covers(scope);
    }

    /** Whether nothing of this needs to be asked again. */
    public boolean covers(ScopeSet asked) {
        return asked.scopes().stream().allMatch(this::covers);
    }

    /** The part that was agreed to before, for an answer without a question. */
    public ScopeSet within(ScopeSet asked) {
        return asked.filter(this::covers);
    }

    /**
     * The scopes a person ticked of those they were asked for; whatever else was posted grants nothing.
     *
     * @param asked what was on the page
     * @param posted the texts that came back
     */
    public static ScopeSet ticked(ScopeSet asked, Collection<String> posted) {
        return asked.filter(scope -> posted.contains(scope.text()));
    }

    /**
     * The agreement after a page was answered: what was ticked, and of what was agreed before all that says nothing of
     * what is withheld now.
     */
    public Agreement after(ScopeSet asked, ScopeSet ticked) {
        ScopeSet withheld = asked.without(scope -> ticked.contains(scope.text()));
        ScopeSet kept = scopes.without(old -> withheld.scopes().stream().anyMatch(no -> touches(old, no)));
        return new Agreement(ticked.plus(kept));
    }

    private static boolean touches(Scope old, Scope withheld) {
        ScopeSet one = ScopeSet.of(List.of(old));
        return old.text().equals(withheld.text())
                || !one.narrowedTo(ScopeSet.of(List.of(withheld))).isEmpty();
    }
}
