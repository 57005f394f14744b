// What Streamlit does not do by itself: the page's language, a labelled menu that knows the current
// page, focus on the heading after a page change, groups with names. Only our own constants come in.
export default function ({ data }) {
  const root = document.documentElement;
  root.lang = data.lang;

  const menu = document.querySelector('.st-key-menu');
  if (menu) {
    menu.setAttribute('role', 'navigation');
    menu.setAttribute('aria-label', data.menuLabel);
    for (const link of menu.querySelectorAll('a')) {
      // Streamlit gives the start page no address: opened in a new tab, it would be this screen.
      if (!link.getAttribute('href')) link.setAttribute('href', data.start);
      if (link.innerText.trim() === data.current) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  }

  // A container whose key starts with "group-" is a group, named by its first .group-label.
  for (const group of document.querySelectorAll('[class*="st-key-group-"]')) {
    const label = group.querySelector('.group-label');
    if (!label) continue;
    label.id ||= 'label-' + [...group.classList].find((name) => name.startsWith('st-key-group-'));
    group.setAttribute('role', 'group');
    group.setAttribute('aria-labelledby', label.id);
  }

  if (!window.__aidListening) {
    window.__aidListening = true;
    letTextGoFirst();
    skipTheMenu();
    rememberPresses();
    keepLettersQuiet();
  }

  const last = window.__aidPage;
  window.__aidPage = data.page;
  if (last === data.page) setTimeout(keepPlace, 100);
  if (last === undefined || last === data.page) return;
  let tries = 0;
  (function focusHeading() {
    const heading = document.querySelector('[data-testid="stMainBlockContainer"] h1');
    if (heading && heading.innerText.trim() === data.heading) {
      heading.tabIndex = -1;
      heading.focus();
    } else if (tries++ < 60) {
      setTimeout(focusHeading, 50);
    }
  })();
}

// Streamlit sends a text a moment after its box is left. A page change that overtakes the text is
// cancelled by it (every tap straight from a box), and Back would drop the text. So both wait.
function letTextGoFirst() {
  const WAIT = 400;
  const isBox = (element) => element?.matches?.('textarea, input[type="text"]');
  let leftAt = -WAIT;
  let boxAt = '';
  document.addEventListener('focusin', (event) => {
    if (isBox(event.target)) boxAt = location.pathname;
  }, true);
  document.addEventListener('focusout', (event) => {
    if (isBox(event.target)) leftAt = performance.now();
  }, true);
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('[data-testid="stPageLink"] a');
    if (!link || !event.isTrusted || performance.now() - leftAt > WAIT) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    setTimeout(() => link.click(), WAIT);
  }, true);
  window.addEventListener('popstate', (event) => {
    if (!event.isTrusted || !isBox(document.activeElement)) return;
    event.stopImmediatePropagation();
    document.activeElement.blur();
    setTimeout(() => {
      // The answer to the text may have put this screen's address back; then Back is due once more.
      if (location.pathname === boxAt) history.back();
      else window.dispatchEvent(new PopStateEvent('popstate', { state: event.state }));
    }, WAIT);
  }, true);
}

// Streamlit's skip link leads to the main part, where the menu stands first: lead past it.
function skipTheMenu() {
  document.addEventListener('click', (event) => {
    const heading = document.querySelector('[data-testid="stMainBlockContainer"] h1');
    if (!heading || !event.target.closest?.('[data-testid="stSkipToContent"]')) return;
    event.preventDefault();
    event.stopPropagation();
    heading.tabIndex = -1;
    heading.focus();
  }, true);
}

// Streamlit runs the page again when R is pressed outside a box. A letter alone must do nothing:
// speech programs and shaking hands press letters by chance (WCAG 2.1.4).
function keepLettersQuiet() {
  for (const kind of ['keydown', 'keypress', 'keyup']) {
    window.addEventListener(kind, (event) => {
      const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
      if (typing || event.key?.length !== 1 || event.key === ' ') return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      event.stopImmediatePropagation();
    }, true);
  }
}

// A button that moves, goes or is switched off when it is pressed drops the focus. The reader keeps
// their place: on the same button where it still works, else on its question, else on the question
// that now stands where it stood.
const KEPT = '[class*="st-key-group-kept-"]';

function rememberPresses() {
  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('button');
    const keyed = button?.closest('[class*="st-key-"]');
    const question = button?.closest(KEPT);
    const keyOf = (element) => [...element.classList].find((name) => name.startsWith('st-key-'));
    window.__aidPressed = keyed && {
      at: performance.now(),
      button: keyOf(keyed),
      question: question && keyOf(question),
      place: [...document.querySelectorAll(KEPT)].indexOf(question),
    };
  }, true);
}

function keepPlace() {
  const pressed = window.__aidPressed;
  if (!pressed || document.activeElement !== document.body) return;
  if (performance.now() - pressed.at > 5000) return;
  const again = document.querySelector(`.${CSS.escape(pressed.button)} button:not([disabled])`);
  if (again) again.focus();
  if (again || !pressed.question) return;
  const kept = document.querySelectorAll(KEPT);
  const question = document.querySelector(`.${CSS.escape(pressed.question)}`)
    ?? kept[Math.min(pressed.place, kept.length - 1)];
  if (!question) return;
  question.tabIndex = -1;
  question.focus();
}
