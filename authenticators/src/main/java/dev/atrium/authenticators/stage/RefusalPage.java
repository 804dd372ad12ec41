package dev.atrium.authenticators.stage;

import dev.atrium.core.negotiation.OAuthError;
import dev.atrium.support.note.FlowNote;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.keycloak.forms.login.LoginFormsProvider;

/** A page that says why there is no way on, with a button back to the app. */
public enum RefusalPage {
    /** The person has no active membership. */
    NOBODY_HERE("atrium.refused.nobody", OAuthError.ACCESS_DENIED, "The user has no active profile here."),
    /** The app asks for a patient's data, and the profile is no patient. */
    NO_PATIENT("atrium.refused.patient", OAuthError.INVALID_SCOPE, "The user's profile is not a patient."),
    /** The app needs a patient, and the access policy does not let this person look for one. */
    NO_PATIENT_SEARCH(
            "atrium.refused.search", OAuthError.INVALID_SCOPE, "The user's role does not allow to look for a patient."),
    /** The access policy allows nothing of what the app asks for. */
    NOT_ALLOWED("atrium.refused.policy", OAuthError.INVALID_SCOPE, OAuthError.INVALID_SCOPE.description()),
    /** Nobody can get FHIR data in this project, until an administrator has set it up. */
    NO_FHIR_SERVER("atrium.refused.server", OAuthError.SERVER_ERROR, OAuthError.SERVER_ERROR.description()),
    /** An EHR launched the app with the record of one patient, and the person is another. */
    OTHER_PATIENT(
            "atrium.refused.other-patient",
            OAuthError.ACCESS_DENIED,
            "The app was launched with the record of another patient."),
    /** An EHR launched the app with the record of one patient, and the person is no relative of theirs, as far as is known. */
    OTHER_RELATIVE(
            "atrium.refused.other-relative",
            OAuthError.ACCESS_DENIED,
            "The app was launched with the record of a patient of whom the user is not known to be a relative."),
    /** An EHR launched the app for somebody else. */
    OTHER_USER("atrium.refused.other-user", OAuthError.ACCESS_DENIED, "The app was launched for another user."),
    /** An administrator is signed in as the person, and the app needs the person's consent. */
    IMPERSONATED(
            "atrium.refused.impersonated", OAuthError.ACCESS_DENIED, "An administrator cannot agree for the user."),
    /** An administrator is signed in as the person, and the project asks for proof that it is the person. */
    IMPERSONATED_MEMBER(
            "atrium.factor.impersonated",
            OAuthError.ACCESS_DENIED,
            "An administrator cannot sign in for the user as the project asks for."),
    /** The project asks for a second factor; the person has none, and none can be set up. */
    NO_FACTOR(
            "atrium.factor.none",
            OAuthError.ACCESS_DENIED,
            "The project asks for a second factor that the user does not have."),
    /** The project asks for sign-in methods of which the person may use none. */
    NO_METHOD_OF_PROJECT(
            "atrium.factor.nomethod",
            OAuthError.ACCESS_DENIED,
            "The project asks for a sign-in method that the user does not have."),
    /** What the project asks for cannot be read, until an administrator has corrected it. */
    UNREADABLE_PROJECT("atrium.factor.unreadable", OAuthError.SERVER_ERROR, OAuthError.SERVER_ERROR.description()),
    /** The person signs in at an identity provider, and came another way. */
    NOT_FROM_HOME(
            "atrium.refused.home",
            OAuthError.ACCESS_DENIED,
            "The user must sign in through the identity provider of their organization."),
    /** The person may not sign in by the method that they used, but by another of the realm's own. */
    NOT_THIS_METHOD(
            "atrium.refused.method",
            OAuthError.ACCESS_DENIED,
            "The user must sign in by a method that is allowed for them."),
    /** A rule says how the person signs in, and nothing is left of it. */
    NOT_NOW("atrium.refused.moment", OAuthError.ACCESS_DENIED, "The user cannot sign in at the moment."),
    /** The person may not sign in with the credential that they want to set up. */
    NOT_THIS_CREDENTIAL(
            "atrium.refused.useless", OAuthError.ACCESS_DENIED, "The user may not sign in with such a credential."),
    /** The person has a second factor, did not show it, and wants to add or delete what they sign in with. */
    FACTOR_FIRST(
            "atrium.refused.factor",
            OAuthError.ACCESS_DENIED,
            "The user has to show their second factor before they change how they sign in."),
    /** The person signs in at an identity provider, and wants a password or passkey of their own. */
    NO_OWN_CREDENTIAL(
            "atrium.refused.credential",
            OAuthError.ACCESS_DENIED,
            "The user's identity provider is the only way they may sign in.");

    /** The form field by which the button of this page is recognised. */
    public static final String BACK = "back";

    /** The form field of the button to another role. */
    public static final String ANOTHER = "another";

    private static final FlowNote<RefusalPage> SHOWN =
            new FlowNote<>("atrium.refusal", RefusalPage::name, RefusalPage::parse);

    private final String messageKey;
    private final OAuthError error;
    private final String description;

    RefusalPage(String messageKey, OAuthError error, String description) {
        this.messageKey = messageKey;
        this.error = error;
        this.description = description;
    }

    /** The page that the person saw last in this sign-in. */
    public static Optional<RefusalPage> shown(StageContext context) {
        return SHOWN.in(context.authSession());
    }

    /** Shows the page and records the refusal; the app hears of it when the person goes back. */
    public void show(StageContext context, String reason) {
        show(context, reason, page -> page);
    }

    /** The same, with a way to another role if there is one. */
    void show(StageContext context, String reason, boolean another) {
        show(context, reason, page -> page.setAttribute("another", another));
    }

    /** The same, with more on the page. */
    public void show(StageContext context, String reason, UnaryOperator<LoginFormsProvider> more) {
        SHOWN.put(context.authSession(), this);
        context.recordRefusal(reason);
        context.show(more.apply(context.page())
                .setAttribute("refusal", messageKey)
                .setAttribute("clientName", ClientName.of(context.authSession().getClient()))
                .createForm("atrium-refused.ftl"));
    }

    /** Sends the person back to the app. */
    public void leave(StageContext context, String reason) {
        context.refuse(error, description, reason);
    }

    private static Optional<RefusalPage> parse(String name) {
        return Arrays.stream(values()).filter(page -> page.name().equals(name)).findFirst();
    }
}
