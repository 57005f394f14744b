// Fault: a text is sent when its box is left, so a reload loses what is written in it until then.
// So the tab keeps the words of the box that was written in last until they are among the answers,
// and puts them back after a reload.
// Seen in: Streamlit 1.67.0.
// Upstream: none found.
// Test: tests/browser/test_restart.py.
// Delete when: a box can send its text while it is written in without drawing the screen again.
const WORDS = 'scar-options-words';
let keepsWords = false;
let timesCleared = 0;

function keepWords() {
  document.addEventListener(
    'input',
    ({ target }) => {
      const keyed = target.matches?.('textarea') && target.closest('[class*="st-key-"]');
      if (!keyed || !keepsWords) return;
      remember(WORDS, JSON.stringify({ key: keyClass(keyed), text: target.value }));
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
  const isSent =
    answers && JSON.stringify(JSON.parse(answers)).includes(JSON.stringify(words.text));
  if (!keeps || isCleared || isSent) storage()?.removeItem(WORDS);
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
