/** The pages of the app: `/` to start, `/launch` where an EHR opens it, `/callback` where the browser comes back to. */

import * as smart from './smart.js';
import { forget, story } from './story.js';
import { show, fail, startPage } from './page.js';

const SCOPE = 'openid fhirUser offline_access patient/Patient.rs patient/Observation.rs';
const PENDING = 'pending';

const here = (path) => new URL(path, location.origin).href;
const settings = await (await fetch('/config.json')).json();

const pages = { '/': start, '/launch': launchedByEhr, '/callback': comeBack };
try {
  await pages[location.pathname]();
} catch (problem) {
  fail(problem.message);
}

function start() {
  startPage(settings, (base) => authorize(base).catch((problem) => fail(problem.message)));
}

async function launchedByEhr() {
  const query = new URLSearchParams(location.search);
  const base = query.get('iss');
  const launch = query.get('launch');
  if (!base || !launch) {
    throw new Error('A health record system opens this page with iss and launch. One of them is missing.');
  }
  await authorize(base, launch);
}

/** Everything up to the sign-in. What has to be known afterwards is kept under the state, which comes back with the code. */
async function authorize(base, launch) {
  forget();
  const steps = story(document.getElementById('steps'));
  if (launch) {
    steps.add(
      'The health record system opens the app',
      'iss says where the records are. launch is a ticket: it stands for the patient, and means nothing to the app.',
    )(location.href);
  }
  const configuration = await smart.discover(base, steps.add(
    'The app asks the FHIR server where to sign in',
    'Every SMART server tells this at a fixed place under its base URL.',
  ));
  const scope = `${SCOPE} ${launch ? 'launch' : 'launch/patient'}`;
  const request = { configuration, base, client: settings.clientId, redirect: here('/callback') };
  const { url, parameters, state, verifier } = await smart.authorization({ ...request, scope, launch });
  sessionStorage.setItem(PENDING, JSON.stringify({ ...request, state, verifier }));
  steps.add(
    'The app sends you to sign in',
    'scope is what the app wants. aud is the server it wants it from. code_challenge proves later that it was this app.',
  )(`GET ${configuration.authorization_endpoint}\n\n${lines(parameters)}`);
  show.next('Continue to sign in', url.href);
}

/** Everything after the sign-in. */
async function comeBack() {
  const steps = story(document.getElementById('steps'));
  const query = new URLSearchParams(location.search);
  const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? 'null');
  sessionStorage.removeItem(PENDING);
  // The address would otherwise stay in the history, and be used again by a reload.
  history.replaceState(null, '', '/callback');
  if (!pending || pending.state !== query.get('state')) {
    throw new Error('This answer does not belong to a sign-in that the app began. Nothing was done with it.');
  }
  steps.add(
    'You come back to the app',
    'The code can be used once, by this app only. state is the one that the app sent: so the answer is to its own request.',
  )(lines(Object.fromEntries(query)));
  if (query.has('error')) {
    throw new Error(query.get('error_description') ?? query.get('error'));
  }
  const tokens = await smart.exchange({ ...pending, code: query.get('code') }, steps.add(
    'The app trades the code for tokens',
    'The answer says what was granted (scope) and which patient it is about (patient).',
  ));
  await read({ ...pending, tokens }, steps);
}

async function read(session, steps) {
  const { base, tokens } = session;
  const idToken = tokens.id_token ? smart.claims(tokens.id_token) : {};
  show.granted(tokens.scope);
  if (idToken.fhirUser) {
    show.person(await smart.fhir(new URL(idToken.fhirUser, `${base}/`).href, tokens.access_token, steps.add(
      'The app reads who signed in',
      'fhirUser in the ID token is the address of the person’s own resource.',
    )));
  }
  if (tokens.patient) {
    show.patient(await smart.fhir(`${base}/Patient/${tokens.patient}`, tokens.access_token, steps.add(
      'The app reads the patient',
      'The FHIR server looks at the token: who signed it, whom it is for, and which patient it opens.',
    )));
    const search = `${base}/Observation?patient=${tokens.patient}&_sort=-date&_count=20`;
    show.observations(await smart.fhir(search, tokens.access_token, steps.add(
      'The app reads the measurements',
      'These are FHIR resources of the type Observation, the newest first.',
    )));
  }
  show.result({
    refresh: tokens.refresh_token ? () => refresh(session, steps) : undefined,
    signOut: () => signOut(session, steps),
  });
}

async function refresh(session, steps) {
  const { tokens } = session;
  const again = await smart.refresh({ ...session, refreshToken: tokens.refresh_token }, steps.add(
    'The app gets a new access token',
    'It uses the refresh token, which it has because of offline_access. You are not asked again.',
  ));
  session.tokens = { ...tokens, ...again };
  await smart.fhir(`${session.base}/Patient/${session.tokens.patient}`, session.tokens.access_token, steps.add(
    'The app reads the patient with the new token',
    'It is still the same patient.',
  ));
  show.told('The app has a new access token, and read the patient with it.');
}

async function signOut(session, steps) {
  const { tokens } = session;
  if (tokens.refresh_token) {
    await smart.revoke({ ...session, refreshToken: tokens.refresh_token }, steps.add(
      'The app gives its tokens back',
      'From now on the refresh token is worth nothing.',
    ));
  }
  const url = await smart.signOut({ ...session, idToken: tokens.id_token, home: here('/') }, steps.add(
    'The app asks where to sign out',
    'You are then signed out of the authorization server, not only of this app.',
  ));
  forget();
  location.assign(url);
}

function lines(parameters) {
  return Object.entries(parameters).map(([name, value]) => `${name} = ${value}`).join('\n');
}
