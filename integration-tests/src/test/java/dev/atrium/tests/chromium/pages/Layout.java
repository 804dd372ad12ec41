package dev.atrium.tests.chromium.pages;

/** Scripts that find what is not where it belongs on the page that the browser shows. */
final class Layout {
    /** Words and buttons that begin or end beyond the card. */
    static final String CUT_OFF = """
            const card = document.querySelector('main').getBoundingClientRect();
            return [...document.querySelectorAll('main :is(a, button, h1, h2, input, label, legend, p, select)')]
                .filter(each => each.checkVisibility() && !each.closest('.atrium-unseen'))
                .filter(each => {
                  const place = each.getBoundingClientRect();
                  return place.left < card.left - 1 || place.right > card.right + 1;
                })
                .map(each => each.outerHTML.slice(0, 100));
            """;

    /** Controls with another one above them, words whose end is behind their edge, and buttons that cannot be pressed where they are. */
    static final String OVERLAPS = """
            const controls = [...document.querySelectorAll('main :is(a[href], button, input, select, summary)')]
                .filter(each => each.checkVisibility() && !each.closest('.atrium-unseen'));
            const short = each => each.outerHTML.slice(0, 100);
            const faults = [];
            for (const each of controls) {
              each.scrollIntoView({block: 'center'});
              const place = each.getBoundingClientRect();
              const top = document.elementFromPoint(place.left + place.width / 2, place.top + place.height / 2);
              if (!top || !(each.contains(top) || top.contains(each))) faults.push('covered: ' + short(each));
              if (each.matches('a.pf-v5-c-button, button:not(#reset-login)') && each.scrollWidth > each.clientWidth + 1)
                faults.push('does not hold its words: ' + short(each));
            }
            return faults;
            """;

    /** Logos that are mirrored, and boxes and words at the wrong side where one reads from right to left. */
    static final String NOT_FROM_RIGHT_TO_LEFT = """
            const faults = [];
            if (document.documentElement.dir !== 'rtl') faults.push('dir is ' + document.documentElement.dir);
            if (!document.documentElement.lang.startsWith('ar')) faults.push('lang is ' + document.documentElement.lang);
            for (const each of document.querySelectorAll('img, svg, i, #kc-header-wrapper, #kc-header-wrapper *'))
              for (const part of [null, '::before', '::after']) {
                const style = getComputedStyle(each, part);
                if (/^matrix\\(-/.test(style.transform) || style.scale.startsWith('-'))
                  faults.push('mirrored: ' + each.outerHTML.slice(0, 100));
              }
            for (const each of document.querySelectorAll('main :is(h1, h2, p, legend, label, .atrium-title, .atrium-detail)'))
              if (!each.closest('.atrium-unseen') && getComputedStyle(each).textAlign === 'left')
                faults.push('begins at the left: ' + each.outerHTML.slice(0, 100));
            for (const box of document.querySelectorAll('main label > input[type=checkbox]')) {
              const words = box.nextElementSibling;
              if (box.checkVisibility() && words && box.getBoundingClientRect().left < words.getBoundingClientRect().right - 1)
                faults.push('the box is not before its words: ' + box.outerHTML.slice(0, 100));
            }
            return faults;
            """;

    private Layout() {}
}
