// What a person typed outlives a reload: the one that makes shared memory available, too.

/** Keeps a field's value with the page's place in the history.
 * @param {HTMLInputElement} field one with an id */
export function keepValue(field) {
  const kept = history.state?.[field.id];
  if (typeof kept === 'string') field.value = kept;
  field.addEventListener('input', () => {
    history.replaceState({ ...history.state, [field.id]: field.value }, '');
  });
}
