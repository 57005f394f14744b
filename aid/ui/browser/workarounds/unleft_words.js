// Fault: a text is sent when its box is left, so a reload loses what is written in it until then.
// So the tab keeps the words of the box that was written in last until they are among the answers. They
// go along with the copy of the answers (bring_along.js), for a page that is loaded again and may show
// another screen; in a page that stays, they are put back into their box.
// Seen in: Streamlit 1.67.0.
// Upstream: none found.
// Test: tests/browser/test_restart.py.
// Delete when: a box can send its text while it is written in without drawing the screen again.
const WORDS = 'scar-options-words';
let keepsWords = false;
let timesCleared = 0;
let wordsBefore = ''; // what the box held when it was last among the answers

function keepWords() {
  document.addEventListener('focusin', ({ target }) => {
    if (target.matches('textarea')) wordsBefore = target.value;
  });
  document.addEventListener(
    'input',
    ({ target }) => {
      const keyed = target.matches?.('textarea') && target.closest('[class*="st-key-"]');
      if (!keyed || !keepsWords) return;
      const words = { key: keyClass(keyed), text: target.value, before: wordsBefore };
      remember(WORDS, JSON.stringify(words));
    },
    true,
  );
}

function dropSentWords({ keeps, cleared, answers }) {
  const isCleared = cleared > timesCleared;
  keepsWords = keeps;
  timesCleared = cleared;
  const words = JSON.parse(storage()?.getItem(WORDS) ?? 'null');
  if (!words) return;
  const isSent = areAmong(answers, words);
  if (isSent) wordsBefore = words.text;
  if (!keeps || isCleared || isSent) storage()?.removeItem(WORDS);
}

// An emptied box is among the answers once they no longer have what it held.
function areAmong(answers, { text, before }) {
  if (!answers) return false;
  const has = (words) => JSON.stringify(JSON.parse(answers)).includes(JSON.stringify(words));
  return text.trim() ? has(text) : !has(before);
}

// Also where the box shows them: a new session that was asked for before they came has set it to what the
// tab had kept. Written twice, they are new to the box in any case.
function putWordsBack() {
  const words = JSON.parse(storage()?.getItem(WORDS) ?? 'null');
  if (!words) return;
  setTimeout(function look() {
    const box = document.querySelector(`.${CSS.escape(words.key)} textarea`);
    if (box) {
      write(box, `${words.text} `);
      write(box, words.text);
      if (document.activeElement === box) return;
      box.dispatchEvent(new Event('change', { bubbles: true })); // links wait for an answer
      box.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    } else if (isToDrawMore()) setTimeout(look, SOON_MS);
  }, SOON_MS);
}

function write(box, text) {
  const { selectionStart, selectionEnd } = box;
  const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
  set.call(box, text); // past React, which then hears of it as of typing
  box.setSelectionRange(selectionStart, selectionEnd);
  box.dispatchEvent(new Event('input', { bubbles: true }));
}
