package dev.atrium.authenticators.domain;

import dev.atrium.core.login.LoginMethod;
import dev.atrium.support.note.FlowNote;

/** The method that the domain stage decided for, or that the person chose among the allowed ones. */
public final class ChosenMethod {
    public static final FlowNote<LoginMethod> NOTE =
            new FlowNote<>("atrium.method", LoginMethod::text, LoginMethod::parse);

    private ChosenMethod() {}
}
