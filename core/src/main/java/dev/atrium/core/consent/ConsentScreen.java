package dev.atrium.core.consent;

import dev.atrium.core.scope.LaunchScope;
import dev.atrium.core.scope.ResourceScope;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeLevel;
import dev.atrium.core.scope.ScopeSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * The scopes of a request as a person is asked for them. What is not ticked is not granted; a box that would change
 * nothing is no box.
 *
 * @param unasked granted without a question, such as {@code openid}
 * @param fixed granted whatever is ticked
 * @param choices the boxes
 * @param implied adds nothing to the other scopes that were asked for: granted where those that are granted cover it
 */
public record ConsentScreen(ScopeSet unasked, ScopeSet fixed, ScopeSet choices, ScopeSet implied) {
    /**
     * Sorts what the person may be granted.
     *
     * @param isAsked whether a person is asked for a scope
     * @param isFixed whether a scope is granted in any case
     */
    public static ConsentScreen of(ScopeSet allowed, Predicate<Scope> isAsked, Predicate<Scope> isFixed) {
        ScopeSet asked = allowed.filter(isAsked);
        ScopeSet fixed = asked.filter(isFixed);
        ScopeSet choices = irreducible(fixed, asked.without(isFixed));
        ScopeSet implied = asked.without(scope -> fixed.contains(scope.text()) || choices.contains(scope.text()));
        return new ConsentScreen(allowed.without(isAsked), fixed, choices, implied);
    }

    /** All that the person is asked for. */
    public ScopeSet asked() {
        return fixed.plus(choices).plus(implied);
    }

    /**
     * What a person agreed to; whatever else was posted grants nothing.
     *
     * @param posted the texts of the boxes that came back
     * @param parts the texts of their parts
     */
    public ScopeSet ticked(Collection<String> posted, Collection<String> parts) {
        return choices.filter(scope -> posted.contains(scope.text())).scopes().stream()
                .map(scope -> DivisibleScope.of(scope).chosen(parts))
                .reduce(ScopeSet.EMPTY, ScopeSet::plus);
    }

    /**
     * What is granted where these boxes, or parts of them, are agreed to. Part of a resource type makes it an answer in
     * version 2 throughout, for version 1 has no words for such.
     */
    public ScopeSet granted(ScopeSet agreed) {
        ScopeSet chosen = fixed.plus(withPatient(agreed));
        ScopeSet granted =
                unasked.plus(chosen).plus(implied.filter(chosen::covers)).withoutUselessFhirUser();
        return agreed.resourceScopes().stream().anyMatch(this::isGranularPart) ? granted.inV2() : granted;
    }

    /** What a person has agreed to after they ticked these boxes for a request of the app. */
    public ConsentedScopes after(ConsentedScopes before, ScopeSet request, ScopeSet ticked) {
        ScopeSet granted = granted(ticked).without(scope -> unasked.contains(scope.text()));
        ScopeSet withheld = asked().without(scope -> granted.contains(scope.text()) || granted.covers(scope));
        return before.after(request, granted, withheld, unticked(ticked));
    }

    /** The boxes of which nothing is agreed to, and of the others the parts that are not. */
    private ScopeSet unticked(ScopeSet agreed) {
        ScopeSet unticked = ScopeSet.EMPTY;
        for (Scope choice :
                choices.without(scope -> agreed.contains(scope.text())).scopes()) {
            DivisibleScope divisible = DivisibleScope.of(choice);
            ScopeSet declined = ScopeSet.of(
                    divisible.leaves().filter(leaf -> !agreed.covers(leaf)).toList());
            boolean none = declined.scopes().size() == divisible.leaves().count();
            unticked = unticked.plus(none ? ScopeSet.of(List.of(choice)) : declined);
        }
        return unticked;
    }

    private boolean isGranularPart(ResourceScope scope) {
        return scope.isGranular() && !choices.contains(scope.text());
    }

    /** What {@code patient/} scopes are about is not known without the patient, who was asked for and withheld here. */
    private ScopeSet withPatient(ScopeSet agreed) {
        boolean withheld =
                choices.scopes().stream().anyMatch(scope -> isPatientContext(scope) && !agreed.contains(scope.text()));
        return withheld ? agreed.without(ConsentScreen::isOfPatient) : agreed;
    }

    /** Leaves out what the rest covers, the later one of two that mean the same. */
    private static ScopeSet irreducible(ScopeSet fixed, ScopeSet scopes) {
        List<Scope> left = new ArrayList<>(scopes.scopes());
        for (int last = left.size() - 1; last >= 0; last--) {
            Scope scope = left.remove(last);
            if (!fixed.plus(ScopeSet.of(left)).covers(scope)) {
                left.add(last, scope);
            }
        }
        return ScopeSet.of(left);
    }

    private static boolean isPatientContext(Scope scope) {
        return scope instanceof LaunchScope launch && launch.isPatient();
    }

    private static boolean isOfPatient(Scope scope) {
        return scope.resource()
                .filter(resource -> resource.level() == ScopeLevel.PATIENT)
                .isPresent();
    }
}
