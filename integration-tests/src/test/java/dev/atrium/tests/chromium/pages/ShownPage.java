package dev.atrium.tests.chromium.pages;

import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.broker.Identity;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The pages that people meet, and how one gets there: for what every page must have, and for their pictures. */
public enum ShownPage {
    NAME("login-username", Visit::start),
    NAME_WRONG("login-username", visit -> visit.start().name("no-address@").awaits("#input-error-username")),
    METHODS("atrium-method", visit -> visit.start().name(PagesRealm.CHOICE)),
    PASSWORD("login-password", visit -> visit.start().name("bob@example.org")),
    PASSWORD_WRONG(
            "login-password",
            visit -> visit.start().name("bob@example.org").password("wrong").awaits("#input-error-password")),
    CODE("atrium-code", visit -> METHODS.open(visit).click("button[value=email-code]")),
    CODE_WRONG(
            "atrium-code",
            visit -> CODE.open(visit).fill("#code", "000000").click("#kc-login").awaits("#atrium-notice[role=alert]")),
    PASSKEY("atrium-passkey", visit -> METHODS.open(visit).click("button[value=passkey]")),
    ACCOUNT(
            "atrium-account",
            visit -> visit.asks(App.PLAIN, "openid", Map.of())
                    .as("bob@example.org")
                    .awaits("#app")
                    .asks(App.PLAIN, "openid", Map.of("prompt", "select_account"))),
    EXISTING("atrium-existing", visit -> {
        visit.realm().google.says(Identity.verified(PagesRealm.CHOICE));
        visit.start().click("a[href*='/broker/google/']");
    }),
    OTP("login-otp", visit -> visit.start().as("otto@example.org")),
    SECOND_STEP("atrium-factor", visit -> visit.start().as("sam@strict.example")),
    SECOND_STEP_APP("login-config-totp", visit -> SECOND_STEP.open(visit).click("button[value=CONFIGURE_TOTP]")),
    SECOND_STEP_KEY("webauthn-register", visit -> SECOND_STEP.open(visit).click("button[value=webauthn-register]")),
    SECOND_STEP_PASSKEY(
            "atrium-factor-key",
            visit -> visit.start().as("kim@example.org").at("atrium-factor").click("#atrium-ways button")),
    PROFILE(
            "atrium-profile",
            visit -> visit.asks(App.PORTAL, "openid fhirUser user/*.rs", Map.of())
                    .as("bob@example.org")),
    PATIENT(
            "atrium-patient",
            visit -> visit.asks(App.SMART_APP, Visit.STANDALONE, Map.of()).as("alice@riverside.example")),
    PATIENT_FOUND("atrium-patient", visit -> found(PATIENT.open(visit))),
    ENCOUNTER(
            "atrium-encounter",
            visit -> found(visit.asks(App.SMART_APP, Visit.STANDALONE + " launch/encounter", Map.of())
                            .as("alice@riverside.example"))
                    .click("button[name=patient][value=leo]")),
    SCOPES(
            "atrium-scopes",
            visit -> visit.asks(App.SMART_APP, "openid fhirUser launch/patient patient/*.rs offline_access", Map.of())
                    .as("carol@example.org")),
    REFUSED("atrium-refused", visit -> visit.start().as("erin@example.org")),
    INVITATION("atrium-link", visit -> visit.chromium().open(visit.realm().invitation("new@example.org"))),
    FIRST_PASSWORD("login-update-password", visit -> INVITATION.open(visit).click("#kc-login")),
    INVITATION_UNPROVEN("atrium-invitation", visit -> {
        visit.chromium().open(visit.realm().invitation("nora@example.org"));
        visit.at("atrium-link").click("#kc-login").password();
    }),
    LINK_UNREADABLE("atrium-link", visit -> visit.open("/atrium/links/half-a-link")),
    DETAILS(
            "login-update-profile",
            visit -> visit.asks(App.PLAIN, "openid", Map.of()).as("nobody@example.org")),
    REGISTRATION("register", visit -> visit.start().click("#kc-registration a")),
    RESET("login-reset-password", visit -> PASSWORD.open(visit).click("a[href*=reset-credentials]")),
    RESET_SENT(
            "login-username", visit -> RESET.open(visit).click("[type=submit]").awaits(".kc-feedback-text")),
    DEVICE_CODE("login-oauth2-device-verify-user-code", visit -> visit.open("/device")),
    DEVICE("atrium-device", visit -> {
        DEVICE_CODE.open(visit).fill("#device_user_code", userCode(visit)).click("[type=submit]");
        visit.at("login-username").as("carol@example.org").at("atrium-scopes").click("#kc-login");
    }),
    EXPIRED("login-page-expired", visit -> {
        visit.start();
        String action = String.valueOf(visit.chromium().run("return document.querySelector('form').action"));
        visit.chromium().open(action.replaceAll("execution=[^&]*", "execution=other"));
    }),
    ERROR(
            "error",
            visit -> visit.open(
                    "/protocol/openid-connect/auth?client_id=smart-app&redirect_uri=https://elsewhere.example")),
    SIGN_OUT("logout-confirm", visit -> visit.open("/protocol/openid-connect/logout")),
    SIGNED_OUT("info", visit -> SIGN_OUT.open(visit).click("#kc-logout"));

    private final String template;

    @SuppressWarnings("ImmutableEnumChecker") // it goes a way, and keeps nothing
    private final Consumer<Visit> way;

    ShownPage(String template, Consumer<Visit> way) {
        this.template = template;
        this.way = way;
    }

    /** What it is made from. */
    public String template() {
        return template + ".ftl";
    }

    /** What its picture is called. */
    public String picture() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".png";
    }

    /** Goes there, as somebody whom the browser does not know. */
    Visit openAnew(Visit visit) {
        visit.chromium().forgetCookies();
        return open(visit);
    }

    private Visit open(Visit visit) {
        way.accept(visit);
        return visit.at(template);
    }

    private static Visit found(Visit visit) {
        return visit.at("atrium-patient")
                .fill("[name=name]", "Brown")
                .click("#atrium-patient-search [type=submit]")
                .awaits("#atrium-patients");
    }

    private static String userCode(Visit visit) {
        Map<String, String> request = App.SMART_APP.request("openid fhirUser launch/patient patient/*.rs");
        return Answer.post(visit.address("/protocol/openid-connect/auth/device"), App.query(request))
                .text("user_code");
    }
}
