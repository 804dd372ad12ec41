package dev.atrium.authenticators.scopes;

import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.core.consent.ConsentDecision;
import dev.atrium.core.consent.DivisibleScope;
import dev.atrium.core.membership.Membership;
import dev.atrium.core.scope.Interaction;
import dev.atrium.core.scope.ResourceScope;
import dev.atrium.core.scope.Scope;
import dev.atrium.directory.project.PersonName;
import dev.atrium.directory.scope.ScopeText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.keycloak.models.ClientModel;

/**
 * What the scopes page shows.
 *
 * @param person who is signed in
 * @param typeKey message key of the kind of profile the person acts as
 * @param label of the profile; empty if it has none
 * @param groups what can be agreed to, by what it is about
 * @param clientText what the client says of itself; empty if nothing
 * @param patientMissing whether something was taken off for lack of a patient
 * @param accessPage where the person takes back what they agreed to; empty where the realm has no such page
 */
public record ScopesPage(
        AskingApp app,
        String person,
        String project,
        String typeKey,
        String label,
        List<Group> groups,
        String clientText,
        boolean patientMissing,
        String accessPage) {
    private static final int SEEN = 5;
    private static final Set<Interaction> CHANGING =
            EnumSet.of(Interaction.CREATE, Interaction.UPDATE, Interaction.DELETE);

    /**
     * Scopes about one thing.
     *
     * @param name of the person whom it is about; empty where the title names nobody
     * @param items those in sight: all that lets the app change something, whatever the app asks for first
     * @param folded the rest of a long list, which is sent even where it is out of sight
     */
    public record Group(String titleKey, String name, List<Item> items, List<Item> folded) {
        static Group of(RecordTitle title, List<Item> all, int changing) {
            int least = Math.max(SEEN, changing);
            int seen = all.size() > least + 1 ? least : all.size();
            return new Group(title.key(), title.name(), all.subList(0, seen), all.subList(seen, all.size()));
        }
    }

    /**
     * One scope.
     *
     * @param value the scope as it is sent back
     * @param title what it is about, in plain words
     * @param detail what may be done with it; empty if the title says it all
     * @param explanation the same in a sentence; empty if there is no more to say
     * @param tick its box; none where a box would change nothing
     * @param noteKey message key of why there is no box; empty where there is one
     * @param parts what can be left out of it
     */
    public record Item(
            String value,
            String title,
            String detail,
            String explanation,
            Tick tick,
            String noteKey,
            List<Part> parts) {}

    /**
     * A part of a scope that has a box of its own.
     *
     * @param ticked how the box begins
     */
    public record Part(String value, String title, boolean ticked, List<Part> parts) {}

    /** Whether there is a box, and how it begins. */
    public enum Tick {
        NO_BOX,
        ON,
        OFF;

        public boolean isBox() {
            return this != NO_BOX;
        }

        public boolean isOn() {
            return this == ON;
        }
    }

    static ScopesPage of(StageContext context, GrantableScopes grantable, ConsentDecision.Ask ask) {
        Membership membership = grantable.membership().membership();
        return new ScopesPage(
                AskingApp.of(context.authSession().getClient()),
                PersonName.of(context.user()),
                grantable.membership().project().name(),
                "atrium.profile.type." + membership.profile().type().resourceType(),
                membership.label().orElse(""),
                groups(
                        ask,
                        new ScopeText(context.page()::getMessage, grantable.clientScopes()),
                        RecordTitle.of(context.authSession(), grantable)),
                clientText(context),
                grantable.lacksPatient(),
                AccessPage.of(context.session()));
    }

    private static List<Group> groups(ConsentDecision.Ask ask, ScopeText words, RecordTitle record) {
        Map<ScopeTopic, List<Scope>> byTopic = new EnumMap<>(ScopeTopic.class);
        for (Scope scope : ask.screen().asked().scopes()) {
            byTopic.computeIfAbsent(ScopeTopic.of(scope), topic -> new ArrayList<>())
                    .add(scope);
        }
        return byTopic.entrySet().stream()
                .map(entry -> Group.of(
                        entry.getKey() == ScopeTopic.PATIENT
                                ? record
                                : new RecordTitle(entry.getKey().titleKey(), ""),
                        entry.getValue().stream()
                                .sorted(Comparator.comparing(scope -> !changes(scope)))
                                .map(scope -> item(scope, ask, words))
                                .toList(),
                        (int) entry.getValue().stream()
                                .filter(ScopesPage::changes)
                                .count()))
                .toList();
    }

    private static boolean changes(Scope scope) {
        return scope.resource()
                .map(ResourceScope::interactions)
                .filter(interactions -> CHANGING.stream().anyMatch(interactions::contains))
                .isPresent();
    }

    private static Item item(Scope scope, ConsentDecision.Ask ask, ScopeText words) {
        Tick tick = tick(scope, ask);
        boolean implied = ask.screen().implied().contains(scope.text());
        String noteKey = tick.isBox() ? "" : implied ? "atrium.scopes.implied" : "atrium.scopes.fixed";
        List<Part> parts = tick.isBox()
                ? parts(
                        DivisibleScope.of(scope),
                        words,
                        part -> !tick.isOn() || !ask.before().declines(part))
                : List.of();
        return new Item(
                scope.text(), words.title(scope), words.detail(scope), words.explanation(scope), tick, noteKey, parts);
    }

    private static Tick tick(Scope scope, ConsentDecision.Ask ask) {
        if (!ask.screen().choices().contains(scope.text())) {
            return Tick.NO_BOX;
        }
        boolean off = ask.before().declines(scope) && !ask.before().includesPartOf(scope);
        return off ? Tick.OFF : Tick.ON;
    }

    private static List<Part> parts(DivisibleScope divisible, ScopeText words, Predicate<Scope> isTicked) {
        return divisible.parts().stream()
                .map(part -> new Part(
                        part.scope().text(),
                        words.title(part.scope()),
                        part.parts().isEmpty()
                                ? isTicked.test(part.scope())
                                : part.leaves().anyMatch(isTicked),
                        parts(part, words, isTicked)))
                .toList();
    }

    /** What an admin has Keycloak's consent screen say of the client itself. */
    private static String clientText(StageContext context) {
        ClientModel client = context.authSession().getClient();
        return client.isDisplayOnConsentScreen() ? client.getConsentScreenText() : "";
    }
}
