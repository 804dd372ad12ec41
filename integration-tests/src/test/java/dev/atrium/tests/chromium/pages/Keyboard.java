package dev.atrium.tests.chromium.pages;

import dev.atrium.tests.chromium.Chromium;
import java.util.ArrayList;
import java.util.List;

/** Somebody who uses the page that the browser shows with the keyboard alone. */
record Keyboard(Chromium chromium) {
    /** Marks what can be used, in the order in which it is read, and goes to the first. */
    private static final String START = """
            const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary')]
                .filter(each => each.checkVisibility() && !each.disabled);
            all.forEach((each, place) => each.dataset.place = place);
            all[0]?.focus();
            return all.length;
            """;

    private static final String PLACE = """
            const each = document.activeElement;
            return each.dataset.place ?? 'none: ' + each.outerHTML.slice(0, 100);
            """;

    /** Nothing shows where the focus is: neither the element nor the row that it stands for. */
    private static final String UNSEEN = """
            const shown = each => {
              const style = getComputedStyle(each);
              return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
            };
            const focused = document.activeElement;
            const place = focused.getBoundingClientRect();
            const top = document.elementFromPoint(place.left + place.width / 2, place.top + place.height / 2);
            const faults = [];
            if (![focused, focused.closest('.atrium-row')].some(each => each && shown(each)))
              faults.push('no outline: ' + focused.outerHTML.slice(0, 100));
            if (!top || !(focused.contains(top) || top.contains(focused)))
              faults.push('out of sight: ' + focused.outerHTML.slice(0, 100));
            return faults;
            """;

    /** What Enter in a field presses, where that is not the button that stands out. */
    private static final String ENTER = """
            return [...document.forms]
                .filter(form => [...form.elements].some(each => each.checkVisibility() && each.matches('input:not([type=hidden])')))
                .map(form => [form, [...form.elements].find(each => each.type === 'submit')])
                .filter(([form, button]) => !button
                    || !(button.matches('.pf-m-primary') || form.matches('[role=search]') || button.formMethod === 'dialog')
                    || button.name === 'accept')
                .map(([form, button]) => form.id + ': ' + button?.outerHTML.slice(0, 100));
            """;

    /** What is wrong with the way through the page, from its first control to its last. */
    List<Object> faults() {
        List<Object> faults = new ArrayList<>((List<?>) chromium.run(ENTER));
        chromium.tab(); // from now on the browser knows that somebody uses the keyboard, and shows the focus
        long controls = ((Number) chromium.run(START)).longValue();
        for (long place = 0; place < controls; place++) {
            if (place > 0) {
                onward();
            }
            Object reached = chromium.run(PLACE);
            if (!String.valueOf(place).equals(reached)) {
                faults.add("at " + place + " is " + reached);
                return faults;
            }
            faults.addAll((List<?>) chromium.run(UNSEEN));
        }
        onward();
        Object after = chromium.run(PLACE);
        if (controls > 1 && String.valueOf(controls - 1).equals(after)) {
            faults.add("no way on from " + after);
        }
        return faults;
    }

    /** To the next control: a date is one, though its day, month, year and calendar are gone through one by one. */
    private void onward() {
        boolean date = (boolean) chromium.run("return document.activeElement.type === 'date'");
        Object from = chromium.run(PLACE);
        int steps = date ? 4 : 1;
        for (int step = 0; step < steps && chromium.run(PLACE).equals(from); step++) {
            chromium.tab();
        }
    }
}
