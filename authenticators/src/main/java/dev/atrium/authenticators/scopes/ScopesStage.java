package dev.atrium.authenticators.scopes;

import dev.atrium.authenticators.patient.PatientStage;
import dev.atrium.authenticators.profile.ProfileStage;
import dev.atrium.authenticators.stage.BrowserSession;
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
    static final String PART_FIELD = "part";
    static final String ACCEPT_FIELD = "accept";
    static final String DENY_FIELD = "deny";

    private final StageContext context;
    private final LoginRequest request;
    private final ProfileStage profiles;
    private final PatientStage patients;

    /**
     * One turn at this stage.
     *
     * @param profiles where the person chooses another role
     * @param patients where it leads, and comes back from
     */
    public ScopesStage(StageContext context, ProfileStage profiles, PatientStage patients) {
        this.context = context;
        this.request = context.request();
        this.profiles = profiles;
        this.patients = patients;
    }

    /** The person comes to this stage. */
    public void begin() {
        withOffer(grantable -> grantable.refusal().ifPresentOrElse(this::refuse, () -> decide(grantable)));
    }

    /** The person has answered the page. */
    public void answer() {
        if (request.concernsProject() && request.membership().isEmpty()) {
            profiles.answer();
        } else if (patients.isPending()) {
            patients.answer();
        } else if (has(RefusalPage.ANOTHER)) {
            profiles.begin();
        } else if (has(RefusalPage.BACK)) {
            RefusalPage.shown(context)
                    .orElse(RefusalPage.NOT_ALLOWED)
                    .leave(context, "The user went back to the app: nothing it asked for can be granted");
        } else if (has(DENY_FIELD)) {
            context.refuse(OAuthError.ACCESS_DENIED, "The user denied the app access");
        } else if (has(ACCEPT_FIELD)) {
            withOffer(grantable -> grantable.refusal().ifPresentOrElse(this::refuse, () -> accept(grantable)));
        } else {
            begin();
        }
    }

    /**
     * Without a membership, or the patient that is asked for, this stage has nothing to say; the required action and the
     * guard of tokens have.
     */
    private void withOffer(Consumer<GrantableScopes> then) {
        Optional<GrantableScopes> grantable = request.concernsProject() && !patients.isPending()
                ? request.membership().map(active -> GrantableScopes.of(request, active))
                : Optional.empty();
        grantable.ifPresentOrElse(then, context::proceed);
    }

    private void refuse(Refusal refusal) {
        if (request.isSilent()) {
            context.proceed();
        } else {
            refusal.show(context, profiles.hasFitting());
        }
    }

    private void decide(GrantableScopes grantable) {
        if (context.authSession().getClient().isConsentRequired()) {
            RememberedConsent consent = new RememberedConsent(context, grantable);
            carryOut(ConsentDecision.of(grantable.screen(), consent.remembered(), prompt(consent)), grantable);
        } else {
            grant(grantable, grantable.allowed());
        }
    }

    private ConsentPrompt prompt(RememberedConsent consent) {
        ConsentPrompt wanted = request.consentPrompt();
        return wanted == ConsentPrompt.IF_NEEDED && !consent.hasClientText() ? ConsentPrompt.ALWAYS : wanted;
    }

    private void accept(GrantableScopes grantable) {
        if (isImpersonated()) {
            refuseImpersonator();
            return;
        }
        ConsentScreen screen = grantable.screen();
        ScopeSet ticked = screen.ticked(
                context.posted().getOrDefault(SCOPE_FIELD, List.of()),
                context.posted().getOrDefault(PART_FIELD, List.of()));
        new RememberedConsent(context, grantable).remember(screen, ticked);
        grant(grantable, screen.granted(ticked));
    }

    private void carryOut(ConsentDecision decision, GrantableScopes grantable) {
        decision.match(
                granted -> grant(grantable, granted.scopes()),
                ask -> ask(grantable, ask),
                required -> context.proceed());
    }

    private void ask(GrantableScopes grantable, ConsentDecision.Ask ask) {
        if (isImpersonated()) {
            refuseImpersonator();
        } else {
            context.show(context.page()
                    .setAttribute("consent", ScopesPage.of(context, grantable, ask))
                    .createForm("atrium-scopes.ftl"));
        }
    }

    private boolean isImpersonated() {
        return BrowserSession.isImpersonated(context.session(), context.user());
    }

    /** Consent is the person's own: it would be remembered, and outlive the impersonation. */
    private void refuseImpersonator() {
        RefusalPage.IMPERSONATED.show(context, "An administrator who impersonates the user cannot agree for them");
    }

    private void grant(GrantableScopes grantable, ScopeSet scopes) {
        ScopeSet granted = grantable.ofRequest(scopes);
        if (granted.isEmpty() && !grantable.asked().isEmpty()) {
            context.refuse(OAuthError.ACCESS_DENIED, "The user agreed to none of the scopes");
        } else {
            new ScopeGrantWriter(context, grantable).write(granted);
            request.done();
            context.proceed();
        }
    }

    private boolean has(String field) {
        return context.posted().containsKey(field);
    }
}
