package dev.atrium.authenticators.secondfactor;

import dev.atrium.authenticators.stage.BrowserSession;
import dev.atrium.authenticators.stage.Refusal;
import dev.atrium.authenticators.stage.RefusalPage;
import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.core.membership.Membership;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.core.negotiation.OAuthError;
import dev.atrium.directory.factor.SignInProof;
import dev.atrium.directory.factor.UnmetRequirement;
import dev.atrium.directory.membership.ActiveMembership;
import dev.atrium.support.note.FlowNote;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Sees to it that a sign-in has what the project of a membership asks for, before the membership is taken. Until then nothing is
 * chosen, so that no later stage has anything to say, and nothing is issued.
 */
public final class RequirementsStage {
    static final String WAY_FIELD = "way";

    private static final FlowNote<MembershipId> ASKED_FOR =
            new FlowNote<>("atrium.asked-for", MembershipId::value, MembershipId::parse);
    private static final FlowNote<String> SHOWN = new FlowNote<>("atrium.way", id -> id, Optional::of);

    private final StageContext context;
    private final Consumer<Membership> taken;
    private final BooleanSupplier another;

    /**
     * One turn at it.
     *
     * @param taken what comes when nothing is missing
     * @param another whether the person has another role to choose
     */
    public RequirementsStage(StageContext context, Consumer<Membership> taken, BooleanSupplier another) {
        this.context = context;
        this.taken = taken;
        this.another = another;
    }

    /** Has the session keep the second factor that the steps of the flow have checked, though nobody asks for it yet. */
    public static void noteFactor(StageContext context) {
        SignInFacts.note(context);
    }

    /** Forgets whom an earlier turn asked. */
    public void forget() {
        ASKED_FOR.remove(context.authSession());
        SHOWN.remove(context.authSession());
    }

    /** Whether the person sees a page of this stage. */
    public boolean isPending() {
        return askedFor(context.authSession()).isPresent();
    }

    /** The membership that the person sees a page of this stage for. */
    public static Optional<MembershipId> askedFor(AuthenticationSessionModel authSession) {
        return ASKED_FOR.in(authSession);
    }

    /** The person goes on with this membership. */
    public void begin(ActiveMembership active) {
        forget();
        if (!active.project().requirements().areAny()) {
            SignInFacts.note(context);
            taken.accept(active.membership());
            return;
        }
        SignInFacts facts = SignInFacts.of(context);
        SignInProof proof = facts.noteProof();
        Optional<UnmetRequirement> unmet = proof.unmetOf(active.project());
        if (unmet.isEmpty()) {
            facts.keep(proof);
            taken.accept(active.membership());
        } else if (context.request().isSilent()) {
            context.proceed();
        } else if (BrowserSession.isImpersonated(context.session(), context.user())) {
            refuse(RefusalPage.IMPERSONATED_MEMBER, "The project asks for proof that an administrator cannot give");
        } else {
            ask(active, unmet.get(), facts);
        }
    }

    /** The person has answered a page of this stage. */
    public void answer(Runnable choose) {
        Optional<ActiveMembership> active = ASKED_FOR
                .in(context.authSession())
                .flatMap(id -> ActiveMembership.find(context.session(), id, context.userId()));
        if (active.isEmpty() || has(RefusalPage.ANOTHER)) {
            forget();
            choose.run();
        } else if (has(RefusalPage.BACK)) {
            context.refuse(
                    OAuthError.ACCESS_DENIED,
                    "The user did not sign in as the project asks for.",
                    "The user went back to the app without what the project asks for");
        } else {
            answer(active.get());
        }
    }

    private void answer(ActiveMembership active) {
        SignInFacts facts = SignInFacts.of(context);
        Optional<UnmetRequirement> unmet = facts.noteProof().unmetOf(active.project());
        if (unmet.isEmpty() || unmet.get() == UnmetRequirement.UNREADABLE) {
            begin(active);
            return;
        }
        Question question = question(active, unmet.get(), facts);
        String chosen = context.posted().getFirst(WAY_FIELD);
        Optional<Way> picked = way(question, Optional.ofNullable(chosen));
        Optional<Way> shown = way(question, SHOWN.in(context.authSession()));
        if (picked.isPresent()) {
            show(question, picked.get(), "");
        } else if (shown.isPresent() && !context.posted().isEmpty()) {
            check(question, shown.get(), facts);
        } else {
            show(question);
        }
    }

    private void check(Question question, Way way, SignInFacts facts) {
        if (way.isPassed(context)) {
            way.factor().ifPresent(facts::pass);
            way.method().ifPresent(method -> facts.keep(facts.noteProof(), method));
            begin(question.active());
        } else {
            show(question, way, way.failure());
        }
    }

    private void ask(ActiveMembership active, UnmetRequirement unmet, SignInFacts facts) {
        if (unmet == UnmetRequirement.UNREADABLE) {
            refuse(
                    RefusalPage.UNREADABLE_PROJECT,
                    active.project().requirements().problem().orElseThrow());
            return;
        }
        Question question = question(active, unmet, facts);
        if (question.ways().isEmpty()) {
            refuse(
                    question.kind().refusal(),
                    "The project '" + active.project().alias()
                            + "' asks for what the user does not have and cannot set up: " + unmet);
            return;
        }
        ASKED_FOR.put(context.authSession(), active.membership().id());
        show(question);
    }

    private Question question(ActiveMembership active, UnmetRequirement unmet, SignInFacts facts) {
        return new Ways(context, facts).question(active, unmet, another.getAsBoolean());
    }

    /** What somebody has is asked for at once; where else it leads, they are told first. */
    private void show(Question question) {
        if (question.kind() == Question.Kind.FACTOR) {
            show(question, question.ways().get(0), "");
        } else {
            SHOWN.remove(context.authSession());
            context.show(WayPage.of(context, question, "")
                    .with(question.ways())
                    .form(context)
                    .createForm("atrium-factor.ftl"));
        }
    }

    private void show(Question question, Way way, String error) {
        SHOWN.put(context.authSession(), way.id());
        List<Way> others =
                question.ways().stream().filter(other -> other != way).toList();
        way.begin(context, WayPage.of(context, question, error).with(others));
    }

    private static Optional<Way> way(Question question, Optional<String> id) {
        return id.flatMap(wanted ->
                question.ways().stream().filter(way -> way.id().equals(wanted)).findFirst());
    }

    private void refuse(RefusalPage page, String reason) {
        new Refusal(page, reason).show(context, another.getAsBoolean());
    }

    private boolean has(String field) {
        return context.posted().containsKey(field);
    }
}
