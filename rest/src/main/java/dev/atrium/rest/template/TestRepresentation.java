package dev.atrium.rest.template;

/** A test that was sent, as JSON: its message in the outbox, and where it goes. */
record TestRepresentation(String id, String address) {}
