package dev.atrium.tests.timing;

/** Where a stranger may type an address. */
enum Step {
    NAME,
    PASSWORD,
    RESET,
    GRANT
}
