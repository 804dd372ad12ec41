package dev.atrium.setup.action;

import dev.atrium.setup.change.Change;
import dev.atrium.setup.change.Draft;
import dev.atrium.setup.change.Entry;
import dev.atrium.setup.change.Kind;
import dev.atrium.setup.change.Part;
import dev.atrium.setup.change.Undone;
import dev.atrium.setup.change.Verb;
import dev.atrium.setup.realm.RealmParts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** Atrium's required actions: one before all others, and one after them. */
public final class RequiredActions implements Part {
    private static final int GAP = 10;

    private final KeycloakSession session;
    private final RealmModel realm;

    public RequiredActions(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.REQUIRED_ACTION);
    }

    @Override
    public void plan(Draft draft) {
        plan(RealmParts.FIRST_ACTION, Place.FIRST, draft);
        plan(RealmParts.LAST_ACTION, Place.LAST, draft);
    }

    private void plan(String alias, Place place, Draft draft) {
        Optional<RequiredActionProviderModel> own = find(alias);
        String what = "the required action '" + text(alias) + "'";
        if (own.isEmpty()) {
            draft.change(
                    Kind.REQUIRED_ACTION,
                    alias,
                    new Change(Verb.ADD, what + ", " + place.text + " all others", () -> add(alias, place)));
        } else if (!own.get().isEnabled()) {
            draft.change(
                    Kind.REQUIRED_ACTION,
                    alias,
                    new Change(Verb.SWITCH_ON, what + ", " + place.text + " all others", () -> mend(alias, place)));
        } else if (!isRight(own.get(), place)) {
            draft.change(
                    Kind.REQUIRED_ACTION,
                    alias,
                    new Change(
                            Verb.MOVE, what + " to its place " + place.text + " all others", () -> mend(alias, place)));
        }
    }

    private Entry add(String alias, Place place) {
        RequiredActionProviderModel action = new RequiredActionProviderModel();
        action.setAlias(alias);
        action.setProviderId(alias);
        action.setName(text(alias));
        action.setEnabled(true);
        action.setPriority(place.of(others(alias)));
        RequiredActionProviderModel added = realm.addRequiredActionProvider(action);
        return Entry.made(Kind.REQUIRED_ACTION, alias, added.getId(), state(added));
    }

    private Entry mend(String alias, Place place) {
        RequiredActionProviderModel action = find(alias).orElseThrow();
        String before = state(action);
        action.setEnabled(true);
        if (!isRight(action, place)) {
            action.setPriority(place.of(others(alias)));
        }
        realm.updateRequiredActionProvider(action);
        return new Entry(Kind.REQUIRED_ACTION, alias, action.getId(), before, state(action));
    }

    @Override
    public Undone undo(Entry entry) {
        Optional<RequiredActionProviderModel> found = find(entry.name());
        String what = "the required action '" + text(entry.name()) + "'";
        if (found.isEmpty()) {
            return Undone.done("Somebody has removed " + what + " already.");
        }
        if (!state(found.get()).equals(entry.print())) {
            return Undone.left("Left " + what + ": somebody has changed it. Switch it off if nobody needs it.");
        }
        RequiredActionProviderModel action = found.get();
        if (entry.before().isEmpty()) {
            realm.removeRequiredActionProvider(action);
            return Undone.done("Removed " + what + ".");
        }
        String[] before = entry.before().split(" ", 2);
        action.setPriority(Integer.parseInt(before[0]));
        action.setEnabled(Boolean.parseBoolean(before[1]));
        realm.updateRequiredActionProvider(action);
        return Undone.done("Put back " + what + " as it was.");
    }

    private static String state(RequiredActionProviderModel action) {
        return action.getPriority() + " " + action.isEnabled();
    }

    private Optional<RequiredActionProviderModel> find(String alias) {
        return Optional.ofNullable(realm.getRequiredActionProviderByAlias(alias));
    }

    /** Those that are off run for nobody. */
    private boolean isRight(RequiredActionProviderModel own, Place place) {
        return place.isRight(own.getPriority(), priorities(own.getAlias(), RequiredActionProviderModel::isEnabled));
    }

    /** Those that are off count as well: somebody may switch them on. */
    private List<Integer> others(String alias) {
        return priorities(alias, action -> true);
    }

    private List<Integer> priorities(String alias, Predicate<RequiredActionProviderModel> which) {
        return realm.getRequiredActionProvidersStream()
                .filter(action -> !action.getAlias().equals(alias))
                .filter(which)
                .map(RequiredActionProviderModel::getPriority)
                .toList();
    }

    private String text(String alias) {
        return ((RequiredActionFactory)
                        session.getKeycloakSessionFactory().getProviderFactory(RequiredActionProvider.class, alias))
                .getDisplayText();
    }

    private enum Place {
        FIRST("before") {
            @Override
            boolean isRight(int priority, List<Integer> others) {
                return others.stream().allMatch(other -> priority < other);
            }

            @Override
            int of(List<Integer> others) {
                return priorities(others).min().orElse(2 * GAP) - GAP;
            }
        },
        LAST("after") {
            @Override
            boolean isRight(int priority, List<Integer> others) {
                return others.stream().allMatch(other -> priority > other);
            }

            @Override
            int of(List<Integer> others) {
                return priorities(others).max().orElse(0) + GAP;
            }
        };

        private final String text;

        Place(String text) {
            this.text = text;
        }

        abstract boolean isRight(int priority, List<Integer> others);

        abstract int of(List<Integer> others);

        private static IntStream priorities(List<Integer> others) {
            return others.stream().mapToInt(Integer::intValue);
        }
    }
}
