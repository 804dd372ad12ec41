package dev.atrium.setup.change;

import java.util.ArrayList;
import java.util.List;

/** What a setup is going to do, to leave and to refuse, as its parts say one after the other. */
public final class Draft {
    private final SetupRecord record;
    private final List<Change> changes = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<String> obstacles = new ArrayList<>();

    public Draft(SetupRecord record) {
        this.record = record;
    }

    /** Makes it, unless a setup has made it before: then somebody has changed it since, and theirs stays. */
    public void change(Kind kind, String name, Change change) {
        if (record.has(kind, name)) {
            remark("Left as it is: " + change.what() + ". A setup did this before, and somebody has changed it since.");
        } else {
            changes.add(change);
        }
    }

    /** Something that an administrator should know. */
    public void remark(String sentence) {
        remarks.add(sentence);
    }

    /** Something because of which nothing is done. */
    public void obstacle(String sentence) {
        obstacles.add(sentence);
    }

    public SetupRecord record() {
        return record;
    }

    public List<Change> changes() {
        return List.copyOf(changes);
    }

    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    public List<String> obstacles() {
        return List.copyOf(obstacles);
    }
}
