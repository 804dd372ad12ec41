package dev.atrium.support.check;

import org.keycloak.provider.ProviderFactory;

/** Checks when the server starts, and ends the start where the server must not run. */
public interface StartCheckProviderFactory extends ProviderFactory<StartCheckProvider> {}
