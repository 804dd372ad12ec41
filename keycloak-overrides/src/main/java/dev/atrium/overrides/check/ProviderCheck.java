package dev.atrium.overrides.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Whether Keycloak uses Atrium's providers, and not those of another extension in their place. */
record ProviderCheck(KeycloakSessionFactory providers) {
    void check(OverrideList list, Verdict verdict) {
        list.entries()
                .forEach(entry -> entry.providers().stream()
                        .filter(ours -> ours.place() != ReplacedProvider.Place.NONE)
                        .forEach(ours -> check(entry, ours, verdict)));
    }

    /** Keycloak does not even know an SPI all of whose providers are switched off. */
    private void check(OverrideEntry entry, ReplacedProvider ours, Verdict verdict) {
        Optional<Class<? extends Provider>> spi = providers.getSpis().stream()
                .filter(one -> one.getName().equals(ours.spi()))
                .findFirst()
                .map(Spi::getProviderClass);
        String promise = " its provider " + ours.spi() + " '" + ours.id() + "', " + ours.factory()
                + ", which is there so that " + entry.guards();
        boolean missing =
                spi.map(type -> providers.getProviderFactory(type, ours.id())).isEmpty();
        if (missing && ours.mustBeThere()) {
            verdict.refuse("somebody has switched off, or taken away," + promise
                    + ": take out the option that does so, or install Atrium again, and build Keycloak anew.");
        }
        spi.flatMap(type -> usurper(ours, type))
                .ifPresent(other -> verdict.refuse(other.getClass().getName() + " (order " + other.order()
                        + ") has taken the place of" + promise
                        + ": take out the extension, or the option, that puts it there, and build Keycloak anew."));
    }

    private Optional<ProviderFactory<?>> usurper(ReplacedProvider ours, Class<? extends Provider> spi) {
        Optional<ProviderFactory<?>> withItsId = Optional.ofNullable(providers.getProviderFactory(spi, ours.id()));
        Stream<ProviderFactory<?>> candidates = switch (ours.place()) {
            case BY_ID, NONE -> Stream.empty();
            case DEFAULT -> Stream.ofNullable(providers.getProviderFactory(spi));
            case FIRST ->
                others(ours, spi)
                        .filter(other ->
                                withItsId.filter(own -> comesBefore(other, own)).isPresent());
            case LAST ->
                others(ours, spi)
                        .filter(other -> withItsId
                                .filter(own -> other.order() <= own.order())
                                .isPresent());
        };
        return Stream.concat(withItsId.stream(), candidates)
                .filter(used -> !isOurs(used, ours))
                .findFirst();
    }

    /** Keycloak's own of the same order is for what ours leaves to it. */
    private static boolean comesBefore(ProviderFactory<?> other, ProviderFactory<?> own) {
        return other.order() > own.order()
                || (other.order() == own.order() && !other.getClass().getName().startsWith("org.keycloak."));
    }

    private Stream<ProviderFactory<?>> others(ReplacedProvider ours, Class<? extends Provider> spi) {
        return providers
                .getProviderFactoriesStream(spi)
                .<ProviderFactory<?>>map(factory -> factory)
                .filter(factory -> !isOurs(factory, ours));
    }

    private static boolean isOurs(ProviderFactory<?> factory, ReplacedProvider ours) {
        return factory.getClass().getName().equals(ours.factory());
    }
}
