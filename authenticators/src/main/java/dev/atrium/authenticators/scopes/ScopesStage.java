package dev.atrium.authenticators.scopes;

import dev.atrium.authenticators.profile.ProfileStage;
import dev.atrium.authenticators.stage.LoginRequest;
import dev.atrium.authenticators.stage.Refusal;
import dev.atrium.authenticators.stage.RefusalPage;
import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.core.consent.ConsentDecision;
import dev.atrium.core.consent.ConsentPrompt;
import dev.atrium.core.consent.ConsentScreen;
import dev.atrium.core.negotiation.OAuthError;
import dev.atrium.core.scope.ScopeSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds out what the app may do: what it asked for, its client may have, the policy allows and the person agrees to. */
public final class ScopesStage {
    static final String SCOPE_FIELD = "scope";
    static final String ACCEPT_FIELD = "accept";
    static final String DENY_FIELD = "deny";

    private final StageContext context;
    private final LoginRequest request;
    private final ProfileStage profiles;

    /**
     * One turn at this stage.
     *
     * @param profiles where the person chooses another role, and comes back from
     */
    public ScopesStage(StageContext context, ProfileStage profiles) {
        this.context = context;
        this.request = context.request();
        this.profiles = profiles;
    }

    /** The person comes to this stage. */
    public void begin() {
        withOffer(offer -> offer.refusal().ifPresentOrElse(this::refuse, () -> decide(offer)));
    }

    /** The person has answered the page. */
    public void answer() {
        if (request.concernsProject() && request.membership().isEmpty()) {
            profiles.answer();
        } else if (has(RefusalPage.ANOTHER)) {
            profiles.begin();
        } else if (has(RefusalPage.BACK)) {
            RefusalPage.shown(context)
                    .orElse(RefusalPage.NOT_ALLOWED)
                    .leave(context, "The user went back to the app: nothing it asked for can be granted");
        } else if (has(DENY_FIELD)) {
            context.refuse(OAuthError.ACCESS_DENIED, "The user denied the app access");
        } else if (has(ACCEPT_FIELD)) {
            withOffer(offer -> offer.refusal().ifPresentOrElse(this::refuse, () -> accept(offer)));
        } else {
            begin();
        }
    }

    /** Without a membership this stage has nothing to say; the required action and the guard of tokens have. */
    private void withOffer(Consumer<GrantableScopes> then) {
        Optional<GrantableScopes> offer = request.concernsProject()
                ? request.membership().map(active -> GrantableScopes.of(request, active))
                : Optional.empty();
        offer.ifPresentOrElse(then, context::proceed);
    }

    private void refuse(Refusal refusal) {
        if (request.isSilent()) {
            context.proceed();
        } else {
            refusal.show(context, profiles.hasFitting());
        }
    }

    private void decide(GrantableScopes offer) {
        if (context.authSession().getClient().isConsentRequired()) {
            RememberedConsent consent = new RememberedConsent(context, offer);
            carryOut(ConsentDecision.of(offer.screen(), consent.remembered(), prompt(consent)), offer);
        } else {
            grant(offer, offer.allowed());
        }
    }

    private ConsentPrompt prompt(RememberedConsent consent) {
        ConsentPrompt wanted = request.consentPrompt();
        return wanted == ConsentPrompt.IF_NEEDED && !consent.hasClientText() ? ConsentPrompt.ALWAYS : wanted;
    }

    private void accept(GrantableScopes offer) {
        ConsentScreen screen = offer.screen();
        ScopeSet ticked = screen.ticked(context.posted().getOrDefault(SCOPE_FIELD, List.of()));
        new RememberedConsent(context, offer).remember(screen, ticked);
        grant(offer, screen.granted(ticked));
    }

    private void carryOut(ConsentDecision decision, GrantableScopes offer) {
        decision.match(
                granted -> grant(offer, granted.scopes()),
                ask -> context.show(context.page()
                        .setAttribute("consent", ScopesPage.of(context, offer, ask))
                        .createForm("atrium-scopes.ftl")),
                required -> context.proceed());
    }

    private void grant(GrantableScopes offer, ScopeSet scopes) {
        ScopeSet granted = offer.ofRequest(scopes);
        if (granted.isEmpty() && !offer.asked().isEmpty()) {
            context.refuse(OAuthError.ACCESS_DENIED, "The user agreed to none of the scopes");
        } else {
            new ScopeGrantWriter(context, offer).write(granted);
            request.done();
            context.proceed();
        }
    }

    private boolean has(String field) {
        return context.posted().containsKey(field);
    }
}
