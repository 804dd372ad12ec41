package dev.atrium.rest.hook;

import dev.atrium.support.provider.DefaultProviderFactory;
import org.keycloak.component.ComponentFactory;

/** Says what a hook is made of. */
public interface HookProviderFactory
        extends ComponentFactory<HookProvider, HookProvider>, DefaultProviderFactory<HookProvider> {}
