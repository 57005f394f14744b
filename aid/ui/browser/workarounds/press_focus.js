// Fault: a button that moves, goes or is switched off when it is pressed drops the focus. The reader
// keeps their place: on the same button where it still works, else on its question, else on the
// question that now has its place.
// Seen in: Streamlit 1.67.0.
// Upstream: none found.
// Test: tests/browser/test_focus.py.
// Delete when: elements keep their DOM node and focus while their place in the page changes.
const KEPT = '[class*="st-key-group-kept-"]';
let lastPress;

function rememberPresses() {
  document.addEventListener(
    'click',
    (event) => {
      const button = event.target.closest?.('button');
      const keyed = button?.closest('[class*="st-key-"]');
      const question = button?.closest(KEPT);
      lastPress = keyed && {
        at: performance.now(),
        button: keyClass(keyed),
        question: question && keyClass(question),
        place: [...document.querySelectorAll(KEPT)].indexOf(question),
      };
    },
    true,
  );
}

function keepPlace() {
  if (!lastPress || performance.now() - lastPress.at > 5000) return;
  if (isRunning()) {
    // What was there before goes at the end of the run only, and may have the focus until then.
    lastPress.at = performance.now();
    setTimeout(keepPlace, 100);
  }
  if (document.activeElement !== document.body) return;
  const again = document.querySelector(`.${CSS.escape(lastPress.button)} button:not([disabled])`);
  if (again) again.focus();
  if (again || !lastPress.question) return;
  const kept = document.querySelectorAll(KEPT);
  const question =
    document.querySelector(`.${CSS.escape(lastPress.question)}`) ??
    kept[Math.min(lastPress.place, kept.length - 1)];
  if (question) focusOn(question);
}
