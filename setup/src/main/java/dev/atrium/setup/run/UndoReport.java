package dev.atrium.setup.run;

import java.util.List;

/** What was taken back, and what was left because somebody uses it or has changed it. */
public record UndoReport(List<String> undone, List<String> left) {}
