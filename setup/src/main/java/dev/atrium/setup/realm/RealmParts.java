package dev.atrium.setup.realm;

import java.util.List;

/**
 * What a realm has where Atrium is set up in it, by the ids under which Keycloak knows it: what a setup adds, and what a
 * look at the health of a realm expects.
 */
public final class RealmParts {
    /** The step that asks for the name; a browser flow without it is none of Atrium's. */
    public static final String DOMAIN_STEP = "atrium-domain";

    /** The step that asks for the password after the name. */
    public static final String PASSWORD_STEP = "atrium-password";

    /** The step that asks for a passkey. */
    public static final String PASSKEY_STEP = "atrium-passkey";

    /** The condition that leads to the step of a method, and its setting that names the method. */
    public static final String METHOD_CONDITION = "atrium-method-condition";

    public static final String METHOD_SETTING = "atrium.method";

    /** The stages after the sign-in, in the order in which a browser flow and a post broker login flow run them. */
    public static final List<String> STAGES = List.of("atrium-profile", "atrium-patient", "atrium-scopes");

    /** The step of a first broker login flow that links an account whose address is verified. */
    public static final String LINK_STEP = "atrium-link-verified-email";

    /** The step of a first broker login flow that asks for the account's own credential. */
    public static final String EXISTING_ACCOUNT_STEP = "idp-username-password-form";

    /** The required action that has to be enabled and the first of all. */
    public static final String FIRST_ACTION = "atrium-home";

    /** The required action that has to be enabled and the last of all that are enabled. */
    public static final String LAST_ACTION = "atrium-stages";

    /**
     * The client scopes that carry no FHIR resource: {@code atrium} with the mappers that every SMART app gets, those of
     * SMART App Launch 2.2, and {@code project}.
     */
    public static final List<String> CLIENT_SCOPES =
            List.of("atrium", "project", "fhirUser", "launch", "launch/patient", "launch/encounter", "online_access");

    private RealmParts() {}
}
