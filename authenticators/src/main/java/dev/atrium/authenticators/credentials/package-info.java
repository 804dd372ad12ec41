/** The second stage: how somebody shows that the account is theirs. */
@NullMarked
package dev.atrium.authenticators.credentials;

import org.jspecify.annotations.NullMarked;
