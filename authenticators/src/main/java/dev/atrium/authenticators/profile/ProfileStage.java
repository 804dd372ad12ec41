package dev.atrium.authenticators.profile;

import dev.atrium.authenticators.stage.RefusalPage;
import dev.atrium.authenticators.stage.SignInRequest;
import dev.atrium.authenticators.stage.Turn;
import dev.atrium.core.project.Membership;
import dev.atrium.core.project.MembershipId;
import dev.atrium.core.project.MembershipStore;
import dev.atrium.core.project.ProfileChoice;
import dev.atrium.core.project.ProfileSearch;
import dev.atrium.core.scope.OAuthError;
import dev.atrium.support.membership.ActiveMembership;
import dev.atrium.support.membership.ChosenMembership;
import dev.atrium.support.store.AtriumStoreProvider;
import dev.atrium.support.time.KeycloakClock;
import java.util.List;
import java.util.Optional;

/** Finds out in which project, and as which FHIR profile, a person goes on. */
public final class ProfileStage {
    static final String MEMBERSHIP_FIELD = "membership";
    static final String SEARCH_FIELD = "search";

    private static final String NOBODY = "The user has no active membership in an enabled project";

    private final Turn turn;
    private final ProfileSettings settings;
    private final SignInRequest request;
    private final MembershipStore memberships;

    public ProfileStage(Turn turn, ProfileSettings settings) {
        this.turn = turn;
        this.settings = settings;
        this.request = turn.request();
        this.memberships = turn.session()
                .getProvider(AtriumStoreProvider.class)
                .memberships(turn.session().getContext().getRealm());
    }

    /** The person comes to this stage. */
    public void begin() {
        if (!request.concernsProject()) {
            turn.proceed();
            return;
        }
        request.begin();
        decide(own(ProfileSearch.ALL)).match(chosen -> take(chosen.membership()), this::ask, this::turnAway);
    }

    /** The person has answered the page. */
    public void answer() {
        Optional<String> picked = field(MEMBERSHIP_FIELD);
        Optional<String> search = field(SEARCH_FIELD);
        if (field(RefusalPage.BACK).isPresent()) {
            RefusalPage.NOBODY_HERE.leave(turn, "The user went back to the app without choosing a profile");
        } else if (picked.isPresent()) {
            takePicked(picked.get());
        } else if (search.isPresent()) {
            show(
                    own(ProfilesSearch.of(turn.session(), search.get())),
                    search.get().strip());
        } else {
            begin();
        }
    }

    private ProfileChoice decide(List<Membership> own) {
        return request.isSilent() ? ProfileChoice.silently(own, earlier()) : ProfileChoice.among(own);
    }

    private Optional<Membership> earlier() {
        return request.earlierChoice()
                .flatMap(id -> ActiveMembership.find(turn.session(), id, turn.userId()))
                .map(ActiveMembership::membership);
    }

    /** The page is no permission: what is posted must be the person's own, and active. */
    private void takePicked(String text) {
        MembershipId.parse(text)
                .flatMap(id -> ActiveMembership.find(turn.session(), id, turn.userId()))
                .ifPresentOrElse(
                        active -> take(active.membership()),
                        () -> turn.refuse(
                                OAuthError.ACCESS_DENIED,
                                "The profile chosen is not an active one of the user.",
                                "The membership posted is not an active one of this user"));
    }

    private void take(Membership membership) {
        ChosenMembership.NOTE.put(turn.signIn(), membership.id());
        memberships.used(membership.id(), KeycloakClock.INSTANCE.instant());
        turn.proceed();
    }

    /** With {@code prompt=none} the required action finds that nobody was chosen and answers interaction_required. */
    private void ask(ProfileChoice.Ask question) {
        if (request.isSilent()) {
            turn.proceed();
        } else {
            show(question.options(), "");
        }
    }

    private void turnAway() {
        if (request.isSilent()) {
            turn.proceed();
        } else {
            RefusalPage.NOBODY_HERE.show(turn, NOBODY);
        }
    }

    private void show(List<Membership> options, String search) {
        turn.show(turn.page()
                .setAttribute("profiles", ProfilesPage.of(turn, options, settings.shown(), search))
                .createForm("atrium-profile.ftl"));
    }

    /**
     * One more than are shown, to know whether there are more. Those in projects that are gone or disabled do not count:
     * where they leave too few, more are read.
     */
    private List<Membership> own(ProfileSearch search) {
        int wanted = settings.shown() + 1;
        List<Membership> read;
        List<Membership> usable;
        int most = wanted;
        do {
            read = memberships.activeOf(turn.userId(), search, most);
            usable = read.stream().filter(this::isInAProject).limit(wanted).toList();
            most *= 2;
        } while (usable.size() < wanted && read.size() * 2 == most);
        return usable;
    }

    private boolean isInAProject(Membership membership) {
        return ActiveMembership.of(turn.session(), membership).isPresent();
    }

    private Optional<String> field(String name) {
        return Optional.ofNullable(turn.posted().getFirst(name));
    }
}
