package dev.atrium.authenticators.emailcode;

import dev.atrium.authenticators.credentials.UniformResponseTime;
import dev.atrium.authenticators.domain.AnotherWay;
import dev.atrium.authenticators.emailcode.CodeRecipient.Bar;
import dev.atrium.authenticators.stage.AnsweredSignIn;
import dev.atrium.authenticators.stage.Step;
import dev.atrium.core.emailcode.CodeTry;
import dev.atrium.core.emailcode.EmailCode;
import dev.atrium.core.emailcode.SentCode;
import dev.atrium.support.config.Misconfiguration;
import dev.atrium.support.time.KeycloakClock;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Sends a code to the person's e-mail address and asks for it. */
final class EmailCodeAuthenticator implements Step {
    private static final String CODE = "code";
    private static final String RESEND = "resend";

    @Override
    public boolean requiresUser() {
        return false;
    }

    /** Asked where it might be a second factor. */
    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return CodeFactor.isPossibleAsSecond(session, user);
    }

    @Override
    public void authenticate(AuthenticationFlowContext flow) {
        CodeFactor.recipient(flow).ifPresentOrElse(recipient -> begin(flow, recipient), flow::attempted);
    }

    @Override
    public void action(AuthenticationFlowContext flow) {
        if (CodeFactor.isFirst(flow.getAuthenticationSession()) && AnotherWay.isAskedFor(flow)) {
            AnotherWay.take(flow);
            return;
        }
        CodeFactor.recipient(flow).ifPresentOrElse(recipient -> answer(flow, recipient), flow::attempted);
    }

    private static void begin(AuthenticationFlowContext flow, CodeRecipient recipient) {
        SentCodes codes = codes(flow, recipient);
        if (!CodeFactor.isPossible(flow.getSession(), recipient)) {
            flow.attempted();
        } else if (codes.isConfirmed()) {
            enter(flow, recipient, codes);
        } else if (!hasMailServer(flow.getRealm())) {
            flow.getEvent()
                    .detail(Details.REASON, "The realm has no mail server")
                    .error(Errors.EMAIL_SEND_FAILED);
            flow.challenge(
                    CodePage.of(flow, recipient).unsent("atrium.code.unsent").shown(flow));
        } else {
            flow.challenge(opened(flow, recipient, codes).shown(flow));
        }
    }

    /** A page that is opened again, in another language say, sends no other code while there is one. */
    private static CodePage opened(AuthenticationFlowContext flow, CodeRecipient recipient, SentCodes codes) {
        CodePage page = CodePage.of(flow, recipient);
        Optional<SentCode> last = codes.last();
        if (last.isEmpty() || codes.isUsed(last.get())) {
            send(flow, recipient, codes);
            return page;
        }
        if (codes.isGood(last.get())) {
            return page;
        }
        return page.failed(codes.isSpent() ? "atrium.code.spent" : "atrium.code.expired", "");
    }

    private static void answer(AuthenticationFlowContext flow, CodeRecipient recipient) {
        var posted = flow.getHttpRequest().getDecodedFormParameters();
        if (posted.containsKey(RESEND)) {
            flow.challenge(resent(flow, recipient).shown(flow));
            return;
        }
        UniformResponseTime.begin(flow.getSession());
        Optional<EmailCode> typed = Optional.ofNullable(posted.getFirst(CODE)).flatMap(EmailCode::parse);
        if (typed.isEmpty()) {
            flow.challenge(CodePage.of(flow, recipient)
                    .failed("atrium.code.unreadable", "")
                    .shown(flow));
            return;
        }
        SentCodes codes = codes(flow, recipient);
        CodeTry result = codes.attempt(typed.get());
        if (result == CodeTry.RIGHT) {
            enter(flow, recipient, codes);
        } else {
            refuse(flow, recipient, result, recipient.person(flow.getSession()));
        }
    }

    private static CodePage resent(AuthenticationFlowContext flow, CodeRecipient recipient) {
        SentCodes codes = codes(flow, recipient);
        CodePage page = CodePage.of(flow, recipient);
        Optional<SentCode> last = codes.last();
        if (last.isEmpty() || last.get().mayBeSentAgainAt(KeycloakClock.INSTANCE.instant())) {
            send(flow, recipient, codes);
            return page.told("atrium.code.again", "");
        }
        if (!last.get().hasSendingsLeft()) {
            return page.failed("atrium.code.enough", "");
        }
        long seconds = last.get().pauseAt(KeycloakClock.INSTANCE.instant()).toSeconds() + 1;
        return page.failed("atrium.code.wait", String.valueOf(seconds));
    }

    private static void send(AuthenticationFlowContext flow, CodeRecipient recipient, SentCodes codes) {
        codes.next().ifPresent(fresh -> {
            CodeMail mail =
                    new CodeMail(recipient, fresh, flow.getEvent().getEvent().clone());
            AnsweredSignIn.of(flow).afterwards(flow.getSession(), "atrium-email-code", mail::send);
        });
    }

    /** With the right code. Whoever may not sign in with it is told that it is wrong, as nobody would be. */
    private static void enter(AuthenticationFlowContext flow, CodeRecipient recipient, SentCodes codes) {
        UniformResponseTime.begin(flow.getSession());
        Optional<UserModel> person = recipient.presentPerson(flow.getSession());
        if (recipient.bar(flow.getSession(), person).isPresent()
                || person.filter(codes::isMailedTo).isEmpty()) {
            refuse(flow, recipient, CodeTry.WRONG, person);
        } else if (codes.use()) {
            new CodeAcceptance(flow, recipient.factor()).accept(person.orElseThrow());
        } else {
            refuse(flow, recipient, CodeTry.EXPIRED, person);
        }
    }

    private static void refuse(
            AuthenticationFlowContext flow, CodeRecipient recipient, CodeTry result, Optional<UserModel> person) {
        Optional<Bar> bar = recipient.bar(flow.getSession(), person);
        person.ifPresent(user -> flow.getEvent().user(user));
        flow.getEvent()
                .detail(Details.REASON, bar.map(Bar::reason).orElseGet(() -> reason(result)))
                .error(bar.map(Bar::error).orElse(result == CodeTry.WRONG ? Errors.INVALID_CODE : Errors.EXPIRED_CODE));
        if (result == CodeTry.WRONG && bar.isEmpty()) {
            new CodeAcceptance(flow, recipient.factor()).countFailure(person.orElseThrow());
        }
        flow.forceChallenge(CodePage.of(flow, recipient)
                .failed(message(result, codes(flow, recipient)), "")
                .shown(flow));
        UniformResponseTime.await(flow.getSession());
    }

    private static String message(CodeTry result, SentCodes codes) {
        if (result == CodeTry.EXPIRED) {
            return "atrium.code.expired";
        }
        return codes.isSpent() ? "atrium.code.spent" : "atrium.code.wrong";
    }

    private static String reason(CodeTry result) {
        return switch (result) {
            case EXPIRED -> "The e-mail code is too old, or was used before";
            case SPENT -> "The e-mail code was typed wrongly too often";
            default -> "The e-mail code is wrong";
        };
    }

    private static SentCodes codes(AuthenticationFlowContext flow, CodeRecipient recipient) {
        return new SentCodes(flow.getSession(), flow.getAuthenticationSession(), recipient);
    }

    private static boolean hasMailServer(RealmModel realm) {
        boolean there = CodeFactor.hasMailServer(realm);
        if (!there) {
            Misconfiguration.tell(
                    ("Realm '%s' has no mail server, so nobody can sign in with an e-mail code. Set one in the"
                                    + " admin console, under Realm settings > Email, or disable the step 'Atrium e-mail code'")
                            .formatted(realm.getName()));
        }
        return there;
    }
}
