package dev.atrium.tests.malformed;

import java.util.List;
import java.util.function.Function;

/** What is shot at, and how often compared with the others. */
record Targets(AdminRequests admin, TokenRequests tokens, MessagingRequests messaging, LinkRequests links) {
    /** @param ours whether it is Atrium's own, and never to answer 5xx whatever stock Keycloak does */
    record Target(String name, boolean ours, Function<Noise, Attempt> next) {}

    record Shot(Target target, Attempt attempt) {}

    Shot any(Noise noise) {
        Target target = noise.oneOf(List.of(
                target("authorize", SignInRequests::authorize),
                target("authorize", SignInRequests::authorize),
                target("authorize", SignInRequests::authorize),
                target("pushed authorization", SignInRequests::pushed),
                target("pushed authorization", SignInRequests::pushed),
                target("device", SignInRequests::device),
                target("login actions", SignInRequests::action),
                target("token", tokens::token),
                target("token", tokens::token),
                target("token", tokens::token),
                target("token", tokens::token),
                target("introspection", tokens::introspect),
                target("introspection", tokens::introspect),
                target("userinfo", tokens::userinfo),
                new Target("admin REST", true, admin::next),
                new Target("admin REST", true, admin::next),
                new Target("admin REST", true, admin::next),
                new Target("admin REST", true, admin::next),
                new Target("messaging", true, messaging::next),
                new Target("messaging", true, messaging::next),
                new Target("messaging", true, messaging::next),
                new Target("messaging", true, messaging::next),
                new Target("links and hooks", true, links::next),
                new Target("links and hooks", true, links::next),
                new Target("links and hooks", true, links::next)));
        return new Shot(target, target.next().apply(noise));
    }

    private static Target target(String name, Function<Noise, Attempt> next) {
        return new Target(name, false, next);
    }
}
