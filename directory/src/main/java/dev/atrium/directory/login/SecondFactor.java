package dev.atrium.directory.login;

import dev.atrium.core.login.LoginMethod;
import dev.atrium.support.note.UserSessionNote;

/** The second factor that somebody signed in with, beside {@link UsedMethods}. */
public final class SecondFactor {
    public static final UserSessionNote<LoginMethod> NOTE =
            new UserSessionNote<>("atrium.second-factor", LoginMethod::text, LoginMethod::parse);

    private SecondFactor() {}
}
