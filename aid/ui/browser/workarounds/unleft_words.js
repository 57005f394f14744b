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

function putWordsBack() {
  const words = JSON.parse(storage()?.getItem(WORDS) ?? 'null');
  if (!words) return;
  (function look() {
    const box = document.querySelector(`.${CSS.escape(words.key)} textarea`);
    if (!box) {
      if (isToDrawMore()) setTimeout(look, 50);
      return;
    }
    if (box.value === words.text) return;
    const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
    set.call(box, words.text); // past React, which then hears of it as of typing
    box.dispatchEvent(new Event('input', { bubbles: true }));
    if (document.activeElement !== box) {
      box.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    }
  })();
}
