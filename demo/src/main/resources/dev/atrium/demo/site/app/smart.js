/**
 * SMART App Launch 2.2.0 for an app without a secret: one function for each request that such an app sends. Every function
 * that sends something gets `tell`, which is called with the request and the answer as text.
 */

/** Asks the FHIR server where to sign in. `base` is its base URL, which is all that an app knows at first. */
export async function discover(base, tell) {
  return send('GET', `${base.replace(/\/$/, '')}/.well-known/smart-configuration`, {}, tell);
}

/** Where to send the browser to sign in, and what to keep until it comes back. `launch` is what an EHR gave, if one did. */
export async function authorization({ configuration, base, client, redirect, scope, launch }) {
  const state = random();
  const verifier = random() + random();
  const url = new URL(configuration.authorization_endpoint);
  const parameters = {
    response_type: 'code',
    client_id: client,
    redirect_uri: redirect,
    scope,
    state,
    aud: base,
    code_challenge: await challenge(verifier),
    code_challenge_method: 'S256',
    ...(launch ? { launch } : {}),
  };
  Object.entries(parameters).forEach(([name, value]) => url.searchParams.set(name, value));
  return { url, parameters, state, verifier };
}

/** Trades the code, which came through the browser, for tokens, which do not. */
export function exchange({ configuration, client, redirect, code, verifier }, tell) {
  return form(configuration.token_endpoint, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirect,
    code_verifier: verifier,
    client_id: client,
  }, tell);
}

/** Gets a new access token, without the person. */
export function refresh({ configuration, client, refreshToken }, tell) {
  return form(configuration.token_endpoint, {
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
    client_id: client,
  }, tell);
}

/** Makes the refresh token worthless. */
export function revoke({ configuration, client, refreshToken }, tell) {
  return form(configuration.revocation_endpoint, { token: refreshToken, client_id: client }, tell);
}

/** Where to send the browser to end the person's session at the authorization server (OpenID Connect RP-Initiated Logout). */
export async function signOut({ configuration, idToken, home }, tell) {
  const openid = await send('GET', `${configuration.issuer}/.well-known/openid-configuration`, {}, tell);
  const url = new URL(openid.end_session_endpoint);
  url.searchParams.set('id_token_hint', idToken);
  url.searchParams.set('post_logout_redirect_uri', home);
  return url;
}

/** Reads from the FHIR server: `address` is a resource, or a search. */
export function fhir(address, accessToken, tell) {
  return send('GET', address, { headers: { Accept: 'application/fhir+json', Authorization: `Bearer ${accessToken}` } }, tell);
}

/** What a token says. Its signature is not looked at: the token came from the token endpoint itself. */
export function claims(token) {
  const base64 = token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/');
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))));
}

function form(address, parameters, tell) {
  const body = new URLSearchParams(parameters);
  return send('POST', address, { body }, tell);
}

async function send(method, address, { headers = {}, body }, tell) {
  const request = [
    `${method} ${address}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${short(value)}`),
    ...(body ? ['', ...[...body].map(([name, value]) => `${name}=${short(value)}`)] : []),
  ].join('\n');
  let response;
  try {
    response = await fetch(address, { method, headers: { Accept: 'application/json', ...headers }, body });
  } catch (cause) {
    tell(request, 'There was no answer.');
    throw new Error(`${new URL(address).origin} did not answer.`, { cause });
  }
  const text = await response.text();
  const answer = parsed(text);
  tell(request, `${response.status}\n\n${answer ? JSON.stringify(answer, shortened, 2) : text}`);
  if (!response.ok) {
    throw new Error(words(answer) ?? `${new URL(address).origin} answered ${response.status}.`);
  }
  return answer;
}

/** What an error says in words: OAuth and FHIR have a place for them each. */
function words(answer) {
  return answer?.error_description ?? answer?.issue?.[0]?.diagnostics ?? answer?.error;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Tokens are long, and nobody reads them. */
function short(value) {
  return value.length > 80 ? `${value.slice(0, 60)}…` : value;
}

function shortened(name, value) {
  return /_token$/.test(name) ? short(value) : value;
}

function random() {
  return base64url(crypto.getRandomValues(new Uint8Array(24)));
}

async function challenge(verifier) {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
}
