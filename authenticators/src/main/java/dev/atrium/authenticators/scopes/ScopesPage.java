package dev.atrium.authenticators.scopes;

import dev.atrium.authenticators.stage.ClientName;
import dev.atrium.authenticators.stage.Turn;
import dev.atrium.core.project.Agreement;
import dev.atrium.core.project.Membership;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeSet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the scopes page shows.
 *
 * @param typeKey message key of the kind of profile the person acts as
 * @param label of the profile; empty if it has none
 * @param groups what can be agreed to, by what it is about
 * @param patientMissing whether something was taken off for lack of a patient
 */
public record ScopesPage(
        String clientName, String project, String typeKey, String label, List<Group> groups, boolean patientMissing) {
    /** Scopes about one thing. */
    public record Group(String titleKey, List<Item> items) {}

    /**
     * One scope.
     *
     * @param value the scope as it is sent back
     * @param title what it is about, in plain words
     * @param detail what may be done with it; empty if the title says it all
     * @param fixed whether it cannot be unticked
     */
    public record Item(String value, String title, String detail, boolean ticked, boolean fixed) {}

    static ScopesPage of(Turn turn, Offer offer, Agreement before) {
        Membership membership = offer.membership().membership();
        return new ScopesPage(
                ClientName.of(turn.signIn().getClient()),
                offer.membership().project().name(),
                "atrium.profile.type." + membership.profile().type().resourceType(),
                membership.label().orElse(""),
                groups(offer, before, new ScopeWords(turn.page()::getMessage, offer.clientScopes())),
                offer.lacksPatient());
    }

    private static List<Group> groups(Offer offer, Agreement before, ScopeWords words) {
        Map<ScopeTopic, List<Item>> byTopic = new EnumMap<>(ScopeTopic.class);
        ScopeSet askable = offer.askable();
        for (Scope scope : askable.scopes()) {
            boolean ticked = before.equals(Agreement.NONE) || before.covers(scope) || offer.isFixed(scope);
            byTopic.computeIfAbsent(ScopeTopic.of(scope), topic -> new ArrayList<>())
                    .add(new Item(scope.text(), words.title(scope), words.detail(scope), ticked, offer.isFixed(scope)));
        }
        return byTopic.entrySet().stream()
                .map(entry -> new Group(entry.getKey().titleKey(), entry.getValue()))
                .toList();
    }
}
