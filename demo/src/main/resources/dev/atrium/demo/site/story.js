/** The steps that are shown: each with a title, an explanation, and what was sent and answered. They outlive a redirect. */

const KEPT = 'steps';

export function story(list) {
  const steps = JSON.parse(sessionStorage.getItem(KEPT) ?? '[]');
  list.closest('section').hidden = false;
  steps.forEach((step) => list.append(shown(step)));

  return {
    /** Adds a step and gives what to call with its request and its answer. */
    add(title, explanation) {
      const step = { title, explanation, parts: [] };
      steps.push(step);
      const item = shown(step);
      list.append(item);
      return (request, answer) => {
        part(step, item, 'Request', request);
        if (answer) {
          part(step, item, 'Answer', answer);
        }
        sessionStorage.setItem(KEPT, JSON.stringify(steps));
      };
    },
  };
}

export function forget() {
  sessionStorage.removeItem(KEPT);
}

function part(step, item, name, text) {
  step.parts.push([name, text]);
  item.append(details(name, text));
}

function shown({ title, explanation, parts }) {
  const item = element('li');
  item.append(element('h3', title), element('p', explanation), ...parts.map(([name, text]) => details(name, text)));
  return item;
}

function details(name, text) {
  const all = element('details');
  all.append(element('summary', name), element('pre', text));
  return all;
}

export function element(name, text = '') {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
