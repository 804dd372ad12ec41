package dev.atrium.rest.hook;

import org.keycloak.component.ComponentFactory;

/** Says what a hook is made of. */
public interface HookProviderFactory extends ComponentFactory<HookProvider, HookProvider> {}
