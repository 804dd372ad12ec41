package dev.atrium.tests.app;

/** What the tests of grants ask for: one that ends with the sign-in, and the same one to keep. */
public final class Grants {
    public static final String ONLINE = "openid fhirUser user/*.rs user/Condition.cruds";
    public static final String OFFLINE = ONLINE + " offline_access";

    private Grants() {}
}
