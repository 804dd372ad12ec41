/** Scopes, people and measurements in plain English. */

const NAMED = {
  openid: 'know that you signed in',
  fhirUser: 'know who you are',
  launch: 'get the patient that the health record system chose',
  'launch/patient': 'get the patient that you chose',
  'launch/encounter': 'get the visit that you chose',
  offline_access: 'go on reading when you are away, until you take it back',
  online_access: 'go on reading while you are signed in',
};

const LETTERS = { c: 'create', r: 'read', u: 'change', d: 'delete', s: 'search' };
const V1 = { read: 'rs', write: 'cud', '*': 'cruds' };
const WHOSE = { patient: 'of this patient', user: 'that you may see', system: 'of everybody' };

export function scopeInWords(scope) {
  const match = /^(patient|user|system)\/(\*|\w+)\.(\w+|\*)(?:\?(.*))?$/.exec(scope);
  if (!match) {
    return NAMED[scope] ?? scope;
  }
  const [, level, type, permission, query] = match;
  const verbs = [...(V1[permission] ?? permission)].map((letter) => LETTERS[letter]);
  const what = type === '*' ? 'all data' : `${type} data`;
  const which = query ? `, only where ${query.replace(/[&]/g, ' and ')}` : '';
  return `${list(verbs)} ${what} ${WHOSE[level]}${which}`;
}

export function nameOf(resource) {
  const name = resource.name?.[0];
  return name ? [...(name.given ?? []), name.family].filter(Boolean).join(' ') : `${resource.resourceType}/${resource.id}`;
}

export function valueOf(observation) {
  const own = value(observation);
  const parts = (observation.component ?? []).map(value);
  return own || parts.join(' / ') || 'no value';
}

function value({ valueQuantity, valueString, valueCodeableConcept }) {
  if (valueQuantity) {
    return `${valueQuantity.value} ${valueQuantity.unit}`;
  }
  return valueString ?? valueCodeableConcept?.text ?? valueCodeableConcept?.coding?.[0]?.display ?? '';
}

function list(words) {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
