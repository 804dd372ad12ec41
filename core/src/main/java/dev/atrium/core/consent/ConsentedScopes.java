package dev.atrium.core.consent;

import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeKind;
import dev.atrium.core.scope.ScopeSet;
import java.util.List;

/**
 * What a person has answered so far for one client and one membership.
 *
 * @param agreed what they agreed to
 * @param declined what they were asked for and left unticked
 * @param requested what the app asked for when they answered; a wider access policy adds nothing to it
 */
public record ConsentedScopes(ScopeSet agreed, ScopeSet declined, ScopeSet requested) {
    public static final ConsentedScopes NONE = new ConsentedScopes(ScopeSet.EMPTY, ScopeSet.EMPTY, ScopeSet.EMPTY);

    /** The agreement to all that was asked for. */
    public static ConsentedScopes to(ScopeSet scopes) {
        return new ConsentedScopes(scopes, ScopeSet.EMPTY, scopes);
    }

    public boolean covers(Scope scope) {
        return includes(agreed, scope);
    }

    /** Whether nothing of this needs to be asked again. */
    public boolean covers(ScopeSet asked) {
        return asked.scopes().stream().allMatch(this::covers);
    }

    /** Whether a part of it was left unticked, by itself or in a wider scope. */
    public boolean declines(Scope scope) {
        return !covers(scope) && declined.scopes().stream().anyMatch(no -> touches(scope, no));
    }

    /** Whether a part of it was agreed to, or the whole. */
    public boolean includesPartOf(Scope scope) {
        return !within(only(scope)).isEmpty();
    }

    /** Whether the app asked for all of this before, so that the person has had their say. */
    public boolean answers(ScopeSet asked) {
        return asked.scopes().stream().allMatch(scope -> covers(scope) || includes(requested, scope));
    }

    /** The part that was agreed to before, for an answer without a question. */
    public ScopeSet within(ScopeSet asked) {
        ScopeSet byName = asked.filter(scope -> agreed.contains(scope.text()));
        ScopeSet others = asked.without(scope -> byName.contains(scope.text()));
        return byName.plus(others.narrowedTo(agreed));
    }

    /** The agreement without scopes that were taken back elsewhere. */
    public ConsentedScopes without(ScopeSet takenBack) {
        return new ConsentedScopes(agreed.without(scope -> takenBack.contains(scope.text())), declined, requested);
    }

    /**
     * The agreement after a page was answered: what was granted, and of what was agreed before all that says nothing of
     * what is withheld now. What was declined before stays so until it is agreed to.
     *
     * @param request what the app asked for
     * @param granted what was on the page and is granted
     * @param withheld what was on the page and is not
     * @param unticked the part of it that the person said no to
     */
    public ConsentedScopes after(ScopeSet request, ScopeSet granted, ScopeSet withheld, ScopeSet unticked) {
        ScopeSet kept = agreed.without(old -> withheld.scopes().stream().anyMatch(no -> touches(old, no)));
        ScopeSet agreedNow = granted.plus(kept.without(old -> includes(granted, old)));
        ScopeSet declinedBefore = declined.without(old -> includes(agreedNow, old) || includes(unticked, old));
        ScopeSet requestedBefore = requested.without(old -> includes(request, old));
        return new ConsentedScopes(agreedNow, unticked.plus(declinedBefore), request.plus(requestedBefore));
    }

    /** A scope that SMART does not know is the same only as itself. */
    private static boolean includes(ScopeSet scopes, Scope scope) {
        return scopes.contains(scope.text()) || scopes.covers(scope);
    }

    private static boolean touches(Scope one, Scope other) {
        return one.text().equals(other.text())
                || (one.kind() == ScopeKind.RESOURCE
                        ? !only(one).narrowedTo(only(other)).isEmpty()
                        : one.covers(other) || other.covers(one));
    }

    private static ScopeSet only(Scope scope) {
        return ScopeSet.of(List.of(scope));
    }
}
