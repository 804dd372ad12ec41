package dev.atrium.authenticators.profile;

import dev.atrium.authenticators.launch.LaunchArrival;
import dev.atrium.authenticators.launch.PickedContext;
import dev.atrium.authenticators.secondfactor.RequirementsStage;
import dev.atrium.authenticators.stage.LoginRequest;
import dev.atrium.authenticators.stage.Refusal;
import dev.atrium.authenticators.stage.RefusalPage;
import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.core.membership.Membership;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.core.membership.ProfileChoice;
import dev.atrium.core.membership.ProfileSearch;
import dev.atrium.core.negotiation.OAuthError;
import dev.atrium.directory.membership.ActiveMembership;
import dev.atrium.directory.membership.ChosenMembership;
import dev.atrium.support.store.AtriumStoreProvider;
import dev.atrium.support.time.KeycloakClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds out in which project, and as which FHIR profile, a person goes on. */
public final class ProfileStage {
    static final String MEMBERSHIP_FIELD = "membership";
    static final String SEARCH_FIELD = "search";

    private static final String NOBODY = "The user has no active membership in an enabled project";

    private final StageContext context;
    private final ProfileSettings settings;
    private final LoginRequest request;
    private final RequirementsStage requirements;

    public ProfileStage(StageContext context, ProfileSettings settings) {
        this.context = context;
        this.settings = settings;
        this.request = context.request();
        this.requirements = new RequirementsStage(context, this::chosen, this::hasSeveral);
    }

    /** The person comes to this stage. */
    public void begin() {
        if (!request.concernsProject()) {
            context.proceed();
            return;
        }
        request.begin();
        requirements.forget();
        PickedContext.forget(context.authSession());
        if (new LaunchArrival(context).isRefused()) {
            return;
        }
        FittingProfiles profiles = profiles();
        decide(profiles)
                .match(
                        chosen -> take(chosen.membership()),
                        question -> ask(question, profiles.leftSomeOut()),
                        () -> turnAway(profiles.whyNone()));
    }

    /** The person has answered the page. */
    public void answer() {
        Optional<String> picked = field(MEMBERSHIP_FIELD);
        Optional<String> search = field(SEARCH_FIELD);
        if (picked.isEmpty() && search.isEmpty() && requirements.isPending()) {
            requirements.answer(this::begin);
        } else if (field(RefusalPage.BACK).isPresent()) {
            RefusalPage.shown(context)
                    .orElse(RefusalPage.NOBODY_HERE)
                    .leave(context, "The user went back to the app without choosing a profile");
        } else if (picked.isPresent()) {
            takePicked(picked.get());
        } else if (search.isPresent()) {
            search(search.get());
        } else {
            begin();
        }
    }

    /** Whether the person has a profile that is of use to this request. */
    public boolean hasFitting() {
        return !profiles().find(ProfileSearch.ALL).isEmpty();
    }

    private boolean hasSeveral() {
        return profiles().find(ProfileSearch.ALL).size() > 1;
    }

    private ProfileChoice decide(FittingProfiles profiles) {
        List<Membership> fitting = profiles.find(ProfileSearch.ALL);
        Optional<ActiveMembership> earlier = request.isSilent() ? earlier() : Optional.empty();
        return ProfileChoice.silently(
                fitting,
                earlier.map(ActiveMembership::membership),
                membership -> earlier.filter(profiles::fits).isPresent());
    }

    private Optional<ActiveMembership> earlier() {
        return request.earlierChoice().flatMap(id -> ActiveMembership.find(context.session(), id, context.userId()));
    }

    /** The page is no permission: what is posted must be the person's own, and active. */
    private void takePicked(String text) {
        MembershipId.parse(text)
                .flatMap(id -> ActiveMembership.find(context.session(), id, context.userId()))
                .ifPresentOrElse(
                        this::takeIfFit,
                        () -> context.refuse(
                                OAuthError.ACCESS_DENIED,
                                "The chosen profile is not an active profile of the user.",
                                "The submitted membership is not an active membership of this user"));
    }

    private void takeIfFit(ActiveMembership picked) {
        profiles()
                .refusal(picked)
                .ifPresentOrElse(refusal -> refusal.show(context, hasFitting()), () -> take(picked.membership()));
    }

    private void take(Membership membership) {
        ActiveMembership.find(context.session(), membership.id(), context.userId())
                .ifPresentOrElse(requirements::begin, () -> turnAway(Optional.empty()));
    }

    /** Nothing is missing that the project asks for. */
    private void chosen(Membership membership) {
        ChosenMembership.NOTE.put(context.authSession(), membership.id());
        remember(membership, KeycloakClock.INSTANCE.instant());
        context.proceed();
    }

    private void remember(Membership membership, Instant use) {
        if (membership.history().isToRemember(use)) {
            context.session()
                    .getProvider(AtriumStoreProvider.class)
                    .memberships(context.session().getContext().getRealm())
                    .used(membership.id(), use);
        }
    }

    /** With {@code prompt=none} the required action finds that nobody was chosen and answers interaction_required. */
    private void ask(ProfileChoice.Ask question, boolean leftSomeOut) {
        if (request.isSilent()) {
            context.proceed();
        } else {
            show(question.options(), "", leftSomeOut);
        }
    }

    private void turnAway(Optional<Refusal> why) {
        if (request.isSilent()) {
            context.proceed();
        } else {
            why.ifPresentOrElse(
                    refusal -> refusal.show(context, false), () -> RefusalPage.NOBODY_HERE.show(context, NOBODY));
        }
    }

    private void search(String typed) {
        FittingProfiles profiles = profiles();
        List<Membership> found = profiles.find(ProfilesSearch.of(context, typed));
        show(found, typed.strip(), profiles.leftSomeOut());
    }

    private void show(List<Membership> options, String search, boolean leftSomeOut) {
        context.show(context.page()
                .setAttribute("profiles", ProfilesPage.of(context, options, settings.shown(), search))
                .setAttribute("leftSomeOut", leftSomeOut)
                .createForm("atrium-profile.ftl"));
    }

    /** One more than are shown, to know whether there are more. */
    private FittingProfiles profiles() {
        return new FittingProfiles(context, settings.shown() + 1);
    }

    private Optional<String> field(String name) {
        return Optional.ofNullable(context.posted().getFirst(name));
    }
}
