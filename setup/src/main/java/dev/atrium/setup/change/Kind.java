package dev.atrium.setup.change;

/** Of what kind something is that a setup made or changed. */
public enum Kind {
    ORGANIZATIONS,
    FLOW,
    BROWSER_FLOW,
    PROVIDER_FLOW,
    REQUIRED_ACTION,
    CLIENT_SCOPE,
    POLICY,
    PROJECT,
    CLIENT,
    MEMBERSHIP
}
