package dev.atrium.rest.hook;

import dev.atrium.support.provider.AtriumSpi;

/** The provider interface whose components are the hooks of a realm. */
public final class HookSpi extends AtriumSpi {
    public HookSpi() {
        super("atrium-hook", HookProvider.class, HookProviderFactory.class);
    }
}
