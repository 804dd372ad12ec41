package dev.atrium.authenticators.requiredaction;

/** What may keep an action of Keycloak's that changes how somebody signs in from running. */
public interface ActionGuard {
    /** Whether it must not run for this person in this sign-in. */
    boolean isRefused();

    /** Says so in the place of the action's page. */
    void refuse();

    /** Answers what the person sends from there, or would have sent from the action's page. */
    void leave();
}
