package dev.atrium.tests.chromium.pages;

import dev.atrium.tests.chromium.Chromium;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What somebody reaches on a page who has a keyboard and no mouse. */
final class Keyboard {
    /** Numbers everything that can be used, in the order of the page; of a group of radio buttons one is a stop. */
    private static final String NUMBER = """
            const usable = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
            const groups = new Set();
            const isStop = each => {
              if (each.type !== 'radio') { return true; }
              const group = [...document.getElementsByName(each.name)];
              const stop = group.find(one => one.checked) ?? group[0];
              return stop === each;
            };
            const all = [...document.querySelectorAll(usable)]
                .filter(each => !each.disabled && each.tabIndex >= 0 && each.checkVisibility({visibilityProperty: true}))
                .filter(isStop);
            all.forEach((each, at) => each.dataset.stop = at);
            document.activeElement?.blur();
            return all.map(each => each.outerHTML.slice(0, 120));
            """;

    /** The number of what has the focus, and whether one sees that it has. */
    private static final String FOCUS = """
            const on = document.activeElement;
            const isMarked = each => {
              const style = getComputedStyle(each);
              return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
            };
            const marked = [on, on.parentElement, ...(on.labels ?? [])].filter(each => each).some(isMarked);
            return [Number(on.dataset.stop ?? -1), marked];
            """;

    private final Chromium chromium;

    Keyboard(Chromium chromium) {
        this.chromium = chromium;
    }

    /** What cannot be reached in the order of the page, or is not seen to have the focus; empty on a good page. */
    List<String> faults() {
        List<?> stops = (List<?>) chromium.run(NUMBER);
        List<String> faults = new ArrayList<>();
        List<Integer> way = new ArrayList<>();
        for (int presses = 0; presses < 2 * stops.size() + 4; presses++) {
            chromium.tab();
            List<?> focus = (List<?>) chromium.run(FOCUS);
            int at = ((Number) focus.get(0)).intValue();
            if (at >= 0 && !way.contains(at)) {
                way.add(at);
                if (!Boolean.TRUE.equals(focus.get(1))) {
                    faults.add("Nothing shows that it has the focus: " + stops.get(at));
                }
            }
        }
        IntStream.range(0, stops.size())
                .filter(at -> !way.contains(at))
                .forEach(at -> faults.add("Tab does not lead to: " + stops.get(at)));
        if (!isInOrder(way)) {
            faults.add("Tab goes to and fro: " + way);
        }
        return faults;
    }

    /** From wherever it began, and once around. */
    private static boolean isInOrder(List<Integer> way) {
        return IntStream.range(1, way.size())
                        .filter(at -> way.get(at) < way.get(at - 1))
                        .count()
                <= 1;
    }
}
