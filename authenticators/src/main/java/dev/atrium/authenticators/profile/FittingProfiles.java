package dev.atrium.authenticators.profile;

import dev.atrium.authenticators.stage.Refusal;
import dev.atrium.authenticators.stage.RequestFit;
import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.core.membership.FittingPolicies;
import dev.atrium.core.membership.Membership;
import dev.atrium.core.membership.ProfileFit;
import dev.atrium.core.membership.ProfileSearch;
import dev.atrium.core.membership.ProfileStore;
import dev.atrium.directory.membership.ActiveMembership;
import dev.atrium.support.store.AtriumStoreProvider;
import java.util.List;
import java.util.Optional;

/** A person's profiles that are of use to what the app asks for. */
final class FittingProfiles {
    private final StageContext context;
    private final int wanted;
    private final RequestFit fit;
    private final ProfileStore store;
    private ProfileFit nearest = ProfileFit.OTHER_SERVER;
    private Optional<ActiveMembership> unfit = Optional.empty();

    /**
     * Finds some of them.
     *
     * @param wanted how many at most
     */
    FittingProfiles(StageContext context, int wanted) {
        this.context = context;
        this.wanted = wanted;
        this.fit = new RequestFit(context.request(), context.hasPatientStep());
        this.store = context.session()
                .getProvider(AtriumStoreProvider.class)
                .profiles(context.session().getContext().getRealm());
    }

    /**
     * Those that match, the one used last first. As a rule one statement: only where many are of no use, the database is
     * asked for those whose policy does.
     */
    List<Membership> find(ProfileSearch search) {
        List<Membership> read = store.activeOf(context.userId(), search, wanted);
        List<Membership> fitting = fitting(read);
        return fitting.size() == wanted || read.size() < wanted ? fitting : findByPolicy(search);
    }

    boolean fits(ActiveMembership active) {
        return fit.of(active) == ProfileFit.FITS;
    }

    Optional<Refusal> refusal(ActiveMembership active) {
        return Refusal.of(fit.of(active), active);
    }

    /** Whether the search met some that are of no use. */
    boolean leftSomeOut() {
        return unfit.isPresent();
    }

    /** Why none is of use, if there are any: of that which comes nearest to it. */
    Optional<Refusal> whyNone() {
        return unfit.flatMap(this::refusal);
    }

    /** Those in projects that are disabled or have no FHIR server do not count: where they leave too few, more are read. */
    private List<Membership> findByPolicy(ProfileSearch search) {
        FittingPolicies policies = fit.among(store.policiesOf(context.userId()));
        if (policies.isEmpty()) {
            return List.of();
        }
        List<Membership> read;
        List<Membership> fitting;
        int most = wanted;
        do {
            read = store.activeOf(context.userId(), search.with(policies), most);
            fitting = fitting(read);
            most *= 2;
        } while (fitting.size() < wanted && read.size() * 2 == most);
        return fitting;
    }

    private List<Membership> fitting(List<Membership> read) {
        return read.stream()
                .flatMap(membership -> ActiveMembership.of(context.session(), membership).stream())
                .filter(this::isOfUse)
                .map(ActiveMembership::membership)
                .limit(wanted)
                .toList();
    }

    private boolean isOfUse(ActiveMembership active) {
        ProfileFit how = fit.of(active);
        if (how != ProfileFit.FITS && (unfit.isEmpty() || how.compareTo(nearest) < 0)) {
            nearest = how;
            unfit = Optional.of(active);
        }
        return how == ProfileFit.FITS;
    }
}
