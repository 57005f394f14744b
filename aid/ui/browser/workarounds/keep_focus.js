// Fault: what moves, goes or is redrawn drops the focus to the page's body. The reader keeps their
// place: on the same control where it is there again, else on the one that opened what has closed, else
// on the group in which it stood.
// Seen in: Streamlit 1.67.0.
// Upstream: none found.
// Test: tests/browser/test_focus.py.
// Delete when: elements keep their DOM node and focus while their place in the page changes.
let lastPlace;
let pressedAt = -Infinity;

function rememberPlaces() {
  const note = ({ target }) => {
    const control = target.closest?.('button, a, summary, input, textarea');
    if (control && document.querySelector('[data-testid="stMain"]')?.contains(control)) {
      lastPlace = placeOf(control);
    }
  };
  document.addEventListener('pointerdown', () => (lastPlace = null), true);
  document.addEventListener('focusin', note);
  document.addEventListener(
    'click',
    (event) => {
      note(event); // some browsers give a pressed button no focus
      if (event.target.closest?.('button')) pressedAt = performance.now();
    },
    true,
  );
}

function placeOf(control) {
  const keyed = control.closest('[class*="st-key-"]');
  const group = control.closest('[class*="st-key-group-"]');
  const scope = keyed ? `.${CSS.escape(keyClass(keyed))}` : '[data-testid="stMain"]';
  const selector = `${scope} ${control.localName}`;
  return {
    selector,
    words: wordsOf(control),
    number: [...document.querySelectorAll(selector)].indexOf(control),
    // What closes something is called after what opens it: clear-no after clear.
    opener: keyed && `.${CSS.escape(keyClass(keyed).replace(/-[^-]*$/, ''))} button`,
    group: group && `.${CSS.escape(keyClass(group))}`,
  };
}

function wordsOf(control) {
  return control.getAttribute('aria-label') ?? control.textContent;
}

function keepPlace() {
  if (!lastPlace) return;
  // What was there before goes at the end of the run only, and may have the focus until then.
  if (isRunning()) setTimeout(keepPlace, 100);
  if (document.activeElement !== document.body || !document.hasFocus()) return;
  const { selector, words, number, opener, group } = lastPlace;
  const alike = [...document.querySelectorAll(selector)].filter((control) => !control.disabled);
  const again = alike.find((control) => wordsOf(control) === words) ?? alike[number];
  const control = again ?? (opener && document.querySelector(opener));
  if (control) control.focus();
  else if (group && document.querySelector(group)) focusOn(document.querySelector(group));
}
