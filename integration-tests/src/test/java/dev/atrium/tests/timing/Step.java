package dev.atrium.tests.timing;

/** Where a stranger may type an address. */
enum Step {
    NAME,
    PASSWORD,
    /** Asks for a mail with a code instead. */
    MAIL,
    CODE,
    RESET,
    GRANT
}
