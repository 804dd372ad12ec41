/** The EHR's page: chooses a patient, has the EHR's server register the launch, and opens the app with the handle. */

import { element, forget, story } from './story.js';

const find = (id) => document.getElementById(id);
const settings = await (await fetch('/config.json')).json();

find('app').href = settings.app;
find('base').append(...settings.bases.map(({ id, name }) => new Option(name, id)));
find('base').addEventListener('change', patients);
find('choice').addEventListener('submit', (event) => {
  event.preventDefault();
  launch().catch((problem) => {
    find('failure-words').textContent = problem.message;
    find('failure').hidden = false;
    find('failure-title').focus();
  });
});
await patients();

async function patients() {
  const found = await (await fetch(`/patients?base=${find('base').value}`)).json();
  find('patient').replaceChildren(...found.map(({ id, text }) => new Option(text, id)));
}

async function launch() {
  forget();
  find('failure').hidden = true;
  find('steps').replaceChildren();
  const response = await fetch('/launches', {
    method: 'POST',
    body: new URLSearchParams({ base: find('base').value, patient: find('patient').value }),
  });
  const { steps, address, error } = await response.json();
  const told = story(find('steps'));
  steps.forEach(({ title, explanation, request, answer }) => told.add(title, explanation)(request, answer));
  forget();
  if (error) {
    throw new Error(error);
  }
  const button = element('button', 'Open the app');
  button.type = 'button';
  button.id = 'open';
  button.addEventListener('click', () => location.assign(address));
  find('next').replaceChildren(button);
  button.focus();
}
