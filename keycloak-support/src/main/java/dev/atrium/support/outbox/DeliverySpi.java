package dev.atrium.support.outbox;

import dev.atrium.support.provider.AtriumSpi;

/** The provider interface of the channels that messages go. */
public final class DeliverySpi extends AtriumSpi {
    public DeliverySpi() {
        super("atrium-delivery", DeliveryProvider.class, DeliveryProviderFactory.class);
    }
}
