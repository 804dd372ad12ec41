package dev.atrium.outbox.http;

import java.net.UnknownHostException;

/** A name that stands for an address the server may not call. */
@SuppressWarnings("serial") // never serialized
final class ForbiddenAddress extends UnknownHostException {
    ForbiddenAddress(String host) {
        super(host);
    }
}
