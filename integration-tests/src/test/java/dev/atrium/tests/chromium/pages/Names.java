package dev.atrium.tests.chromium.pages;

/** Scripts that find what somebody who hears a page is not told. */
final class Names {
    /** Headings, languages, titles and groups without a name, and faults that no field speaks of. */
    static final String MISSING = """
            const faults = [];
            const heads = [...document.querySelectorAll('h1')].filter(each => each.checkVisibility());
            if (heads.length !== 1 || !heads[0].innerText.trim()) faults.push(heads.length + ' headings');
            const {lang, dir} = document.documentElement;
            if (lang !== 'en' || dir !== 'ltr') faults.push('lang ' + lang + ', dir ' + dir);
            const plain = text => text.trim().replace(/\\s+/g, ' ');
            const whose = plain(document.querySelector('#kc-header-wrapper').innerText);
            if (!plain(document.title).includes(plain(heads[0]?.innerText ?? '?'))) faults.push('the title says no page: ' + document.title);
            if (!plain(document.title).includes(whose)) faults.push('the title says not whose: ' + document.title + ' of ' + whose);
            for (const group of document.querySelectorAll('fieldset, [role=group], [role=radiogroup]'))
              if (!group.querySelector(':scope > legend')?.innerText.trim() && !group.ariaLabel && !group.hasAttribute('aria-labelledby'))
                faults.push('a group without a name: ' + group.outerHTML.slice(0, 100));
            for (const field of document.querySelectorAll('[aria-invalid=true]')) {
              const said = (field.getAttribute('aria-describedby') ?? '').split(' ').filter(id => id)
                  .map(id => document.getElementById(id));
              if (!said.some(each => each?.matches('[id^=input-error], [role=alert]') && each.innerText.trim()))
                faults.push('what is wrong is not said of it: ' + field.outerHTML.slice(0, 150));
            }
            for (const field of document.querySelectorAll('[aria-describedby]'))
              for (const id of field.getAttribute('aria-describedby').split(' '))
                if (id && !document.getElementById(id)) faults.push('nothing is called ' + id);
            return faults;
            """;

    /** A fault that is told only to those who see it. */
    static final String UNTOLD = """
            const wrong = [...document.querySelectorAll('[aria-invalid=true]')];
            return wrong.length && document.activeElement !== wrong[0] && !document.querySelector('[role=alert]')
                ? ['the focus is on ' + document.activeElement.outerHTML.slice(0, 100)] : [];
            """;

    private Names() {}
}
