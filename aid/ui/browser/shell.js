// What Streamlit does not do by itself: the page's language, a labelled menu that knows the current
// page, focus on the heading after a page change, groups with names, word of a lost connection. Only
// our own constants come in.
function setShell(data) {
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
    letAnswersGoFirst();
    skipTheMenu();
    letTheSessionDraw();
    rememberPresses();
    keepLettersQuiet();
    watchTheLine(data);
  }

  window.__aidDrawnAt = performance.now();
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

// Streamlit drops an answer that it has not taken in when it hears of a change of screen: where a slow
// line brings both at once, and for a text, which is sent a moment after its box is left. So links
// and Back wait for the server's reply to what was sent last; but never for long.
function letAnswersGoFirst() {
  const LONGEST = 3000;
  const STEP = 20;
  const app = document.querySelector('[data-testid="stApp"]');
  let writtenAt = -LONGEST;
  let sentAt = -LONGEST;
  let heardAt = -LONGEST;
  let waiting;

  const isBox = (element) => element?.matches?.('textarea, input[type="text"]');
  const isTaken = () => {
    const now = performance.now();
    if (now - Math.max(writtenAt, sentAt) > LONGEST) return true;
    const isHeard = sentAt >= writtenAt && heardAt >= sentAt && now - heardAt > STEP;
    return isHeard && app.dataset.testScriptState === 'notRunning';
  };
  const whenTaken = (go) => {
    clearInterval(waiting);
    waiting = setInterval(() => {
      if (!isTaken()) return;
      clearInterval(waiting);
      go();
    }, STEP);
  };

  document.addEventListener('change', (event) => {
    if (isBox(event.target)) writtenAt = performance.now();
  }, true);
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('[data-testid="stPageLink"] a');
    if (!link || isTaken()) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    whenTaken(() => link.click());
  }, true);

  // Streamlit hears of Back before we do, so what it sends then is held. The page has this one
  // connection.
  const send = WebSocket.prototype.send;
  const sendNow = (socket, message) => {
    sentAt = performance.now();
    if (!socket.aidListens) {
      socket.aidListens = true;
      socket.addEventListener('message', () => (heardAt = performance.now()));
    }
    send.apply(socket, message);
  };
  WebSocket.prototype.send = function sendInTurn(...message) {
    const isBack = window.event?.type === 'popstate';
    const wanted = location.pathname;
    if (isBack && isBox(document.activeElement)) document.activeElement.blur(); // gives its text
    if (!isBack || isTaken()) {
      sendNow(this, message);
      return;
    }
    whenTaken(() => {
      // The reply to a text may have put its screen's address back; then Back is due once more.
      if (location.pathname === wanted) sendNow(this, message);
      else history.back();
    });
  };
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

// A session that has just begun on a page that stood open already does not know the page's buttons
// before it has drawn them once. A press before that would be dropped, so it waits.
function letTheSessionDraw() {
  const LONGEST = 1500;
  const isReady = (at) => window.__aidDrawnAt > at || performance.now() - at > LONGEST;
  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('[data-testid="stMainBlockContainer"] button');
    const at = window.__aidBackAt;
    if (!button || !event.isTrusted || at === undefined || isReady(at)) return;
    event.preventDefault();
    event.stopPropagation();
    const waiting = setInterval(() => {
      if (!isReady(at)) return;
      clearInterval(waiting);
      button.click();
    }, 50);
  }, true);
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

// A server that has lost the session ignores what is done in a part of a screen that it has not
// drawn. This has the whole screen drawn, and brings along what the reader did meanwhile.
function redraw() {
  document.querySelector('.st-key-redraw button')?.click();
}

// While the connection is lost Streamlit only greys out what can be pressed. A press in the moment
// before may have got lost: when the connection is back, that is said until the next tap or key.
function watchTheLine({ lineLost: lost, lineBack: back, keeps }) {
  const SHORT = 1000; // a break that nobody notices
  const SOON = 300; // by then Streamlit has had the screen drawn, where it does so
  const SETTLED = 2500; // what still comes has come
  const app = document.querySelector('[data-testid="stApp"]');
  const place = document.createElement('p');
  place.className = 'the-line';
  place.setAttribute('role', 'status');
  document.body.append(place);
  let down = false;
  let timer;
  let footer;
  const say = (words) => {
    if (place.textContent !== words) place.textContent = words;
  };
  new MutationObserver(() => {
    const isDown = app.dataset.testConnectionState !== 'CONNECTED';
    if (isDown === down) return;
    down = isDown;
    clearTimeout(timer);
    if (!down) {
      const at = (window.__aidBackAt = performance.now());
      setTimeout(() => window.__aidDrawnAt > at || !footer?.isConnected || redraw(), SOON);
    }
    if (down) {
      footer = document.querySelector('footer.aid');
      const pressed = performance.now() - (window.__aidPressed?.at ?? -Infinity) < 5 * SHORT;
      if (pressed) place.dataset.pressed = '';
      timer = setTimeout(() => say(lost), SHORT);
    } else if (place.textContent || 'pressed' in place.dataset) {
      delete place.dataset.pressed;
      say(back);
    }
    if (!down) timer = setTimeout(mend, SETTLED);
  }).observe(app, { attributeFilter: ['data-test-connection-state'] });
  // A break in the middle of a run stops the run: Streamlit empties the page, and forgets what was
  // written in its boxes. It may draw it anew, or without its foot. Loading it brings the answers
  // back from this tab; on a shared device, which keeps no copy, that is done only without a foot,
  // and the reader is told to start afresh.
  function mend() {
    if (footer?.isConnected) redraw();
    else if (keeps || !document.querySelector('footer.aid')) location.reload();
  }
  for (const sign of ['pointerdown', 'keydown']) {
    document.addEventListener(sign, () => down || say(''), { capture: true, passive: true });
  }
}
