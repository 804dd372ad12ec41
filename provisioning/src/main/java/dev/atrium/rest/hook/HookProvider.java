package dev.atrium.rest.hook;

import org.keycloak.provider.Provider;

/** Stands for a hook, which is a component of its realm: so it travels with the realm, and is kept in the cache. */
public interface HookProvider extends Provider {}
