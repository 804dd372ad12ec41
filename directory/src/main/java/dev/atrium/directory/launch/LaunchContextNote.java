package dev.atrium.directory.launch;

import dev.atrium.core.launch.LaunchContext;
import dev.atrium.support.note.FlowNote;
import java.util.Optional;

/** Where the launch context of a running sign-in is noted. */
public final class LaunchContextNote {
    /** A flow that starts again begins without what was picked in it. */
    public static final FlowNote<LaunchContext> NOTE = new FlowNote<>(
            "atrium.launch-context", LaunchContextJson::print, text -> Optional.of(LaunchContextJson.parse(text)));

    private LaunchContextNote() {}
}
