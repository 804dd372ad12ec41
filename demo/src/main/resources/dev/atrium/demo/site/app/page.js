/** Puts into the page what the app knows. Everything is text: nothing from a server is ever taken for HTML. */

import { element } from './story.js';
import { nameOf, scopeInWords, valueOf } from './words.js';

const find = (id) => document.getElementById(id);

export function startPage({ bases, ehr }, begin) {
  find('start').hidden = false;
  find('ehr').href = ehr;
  bases.forEach(({ name, url }) => {
    const button = element('button', `Records of ${name}`);
    button.type = 'button';
    button.addEventListener('click', () => {
      find('start').hidden = true;
      begin(url);
    });
    find('servers').append(button);
  });
}

export const show = {
  next(label, address) {
    const button = element('button', label);
    button.type = 'button';
    button.id = 'continue';
    button.addEventListener('click', () => location.assign(address));
    find('next').replaceChildren(button);
    button.focus();
  },
  granted(scope) {
    find('scopes').replaceChildren(...scope.split(' ').map((each) => {
      const item = element('li', `${scopeInWords(each)} `);
      item.append(element('code', each));
      return item;
    }));
  },
  person(resource) {
    find('person').textContent = `${nameOf(resource)} (${resource.resourceType})`;
  },
  patient(resource) {
    find('patient').textContent = `${nameOf(resource)}, born ${resource.birthDate}, ${resource.gender}`;
  },
  observations(bundle) {
    const found = (bundle.entry ?? []).map(({ resource }) => resource);
    const table = element('table');
    table.append(element('caption', `${found.length} of ${bundle.total}, newest first`), row('th', 'Day', 'What', 'Value'));
    found.forEach((each) => {
      table.append(row('td', each.effectiveDateTime?.slice(0, 10) ?? '', each.code?.text ?? '', valueOf(each)));
    });
    find('observations').replaceChildren(table);
  },
  /** What is still empty was not granted. */
  result({ refresh, signOut }) {
    find('person').textContent ||= 'The app does not know who you are: fhirUser was not granted.';
    find('patient').textContent ||= 'The app has no patient: none was chosen.';
    find('observations').textContent ||= 'Without a patient, the app reads no measurements.';
    bind('refresh', refresh);
    bind('sign-out', signOut);
    find('result').hidden = false;
    find('result-title').focus();
  },
  told(words) {
    find('told').textContent = words;
  },
};

export function fail(words) {
  find('failure-words').textContent = words;
  find('failure').hidden = false;
  find('failure-title').focus();
}

function bind(id, action) {
  const button = find(id);
  button.hidden = !action;
  button.onclick = async () => {
    button.disabled = true;
    try {
      await action();
    } catch (problem) {
      fail(problem.message);
    }
    button.disabled = false;
  };
}

function row(cell, ...texts) {
  const made = element('tr');
  made.append(...texts.map((text) => {
    const each = element(cell, text);
    if (cell === 'th') {
      each.scope = 'col';
    }
    return each;
  }));
  return made;
}
