// Fault: a press is sent once. Where the connection or the server ends before it is taken in, it is
// lost; and a new session does not know the page's buttons before it has drawn them.
// So a press is remembered until a run has carried out its action and the page says so, in the same
// message as the answers. What is still unheard when a session is ready is pressed again, unless its
// screen was left; presses between a reconnection and that moment wait for it. For them the address says
// nothing: it can be behind the screen.
// Seen in: Streamlit 1.67.0.
// Upstream: none found; https://github.com/streamlit/streamlit/pull/15909 keeps sessions over a break.
// Test: tests/browser/test_restart.py.
// Delete when: Streamlit sends a press again after a break until the server has acknowledged it.
const PRESSES = 'scar-options-presses';
const unheard = []; // oldest first; each has its path and a selector
const waiting = [];
let heardSoFar = 0;
let isReady = true;
let isOurs = false;
let held = null; // what is held down and not let go yet
let pressingAgain;

const CONTROLS = ':is(button, label, input[type="checkbox"], input[type="radio"])';

function pressOn(target) {
  const path = location.pathname;
  const link = target.closest?.('[data-testid="stPageLink"] a');
  if (link) {
    const to = CSS.escape(link.getAttribute('href') ?? '');
    return { path, selector: `[data-testid="stPageLink"] a[href="${to}"]`, place: 0, isLink: true };
  }
  const control = target.closest?.(CONTROLS);
  const keyed = control?.closest('[class*="st-key-"]');
  const pressed = control?.matches('label') ? control.querySelector('input') : control;
  if (!keyed || !pressed) return null;
  const selector = `.${keyClass(keyed)} ${pressed.localName}`;
  const place = [...document.querySelectorAll(selector)].indexOf(pressed);
  // What is ticked or chosen stays in the browser, and goes along with whatever is sent next.
  return { path, selector, place, isChoice: !pressed.matches('[data-testid="stButton"] *') };
}

function rememberUnheard() {
  document.addEventListener(
    'click',
    (event) => {
      const press = pressOn(event.target);
      if (!press || press.selector === REDRAW || opensElsewhere(event)) return;
      if (isReady || isOurs) {
        if (!press.isChoice) unheard.push(press);
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      wait(press, event);
    },
    true,
  );
  document.addEventListener(
    'pointerdown',
    (event) => {
      held = opensElsewhere(event) ? null : pressOn(event.target);
    },
    true,
  );
  for (const kind of ['pointercancel', 'pointerup']) {
    document.addEventListener(
      kind,
      () => {
        held = null;
      },
      true,
    );
  }
}

function wait(press, { isTrusted }) {
  // Streamlit makes a click of its own for a press whose click it has not seen.
  const last = waiting.at(-1);
  const isSame = last?.selector === press.selector && last.place === press.place;
  if (isTrusted || !isSame) waiting.push(press);
}

function hearPresses({ heard }, isNewSession) {
  if (isNewSession) heardSoFar = 0; // it counts from the start
  let isDrawnAgain = false;
  for (const line of heard.split('\n').filter(Boolean)) {
    const [number, key] = line.split(' ');
    if (Number(number) <= heardSoFar) continue;
    heardSoFar = Number(number);
    const selector = `.st-key-${key} button`;
    isDrawnAgain ||= selector === REDRAW;
    unheard.splice(0, unheard.findIndex((press) => press.selector === selector) + 1);
  }
  dropLeftScreens();
  if (!isNewSession && (!isDrawnAgain || isReady)) return; // never twice for one reconnection
  if (mustBeginAnew()) reload(); // presses wait for the page that comes
  if (isLeaving) return;
  if (isNewSession && (!isReady || keptPresses().length)) pressAfterNextDrawing();
  else pressAgain();
}

// The first drawing of a session sets the controls, and React may do so after its foot is there: what was
// pressed in between would be undone. Before the next drawing all of that is done.
function pressAfterNextDrawing() {
  isReady = false;
  clearTimeout(pressingAgain);
  redraw();
  // In a page just loaded, the script of the button may come later.
  if (lostLine.needsRedraw) pressingAgain = setTimeout(pressAfterNextDrawing, SOON_MS);
}

// What waited in the page before this one.
function keptPresses() {
  return JSON.parse(storage()?.getItem(PRESSES) ?? '{"presses": []}').presses;
}

function dropLeftScreens() {
  keepOnly((press) => press.path === location.pathname);
}

function forgetPresses() {
  keepOnly((press) => press.isLink);
}

function keepOnly(isKept) {
  unheard.splice(0, unheard.length, ...unheard.filter(isKept));
}

function pressAgain() {
  waiting.unshift(...keptPresses(), ...unheard.splice(0));
  storage()?.removeItem(PRESSES);
  clearTimeout(pressingAgain);
  pressWhatWaits();
}

// In a page just loaded, what a press is on may be drawn after the foot, once its script is there. And a
// line can be lost again before anybody hears of it: then all is greyed out, and the next foot presses.
function pressWhatWaits() {
  const isDone = (press) => pressToStay(press) || !isToDrawMore();
  isReady = true; // so that a link among them lets the answers go first
  while (waiting.length && !isLineDown() && isDone(waiting[0])) waiting.shift();
  isReady = !waiting.length && !isLineDown();
  if (isReady)
    askWhetherTaken(); // what was asked before the break may never have come
  else if (!isLineDown()) pressingAgain = setTimeout(pressWhatWaits, SOON_MS);
}

// What the server has set comes into a control after this drawing, and can undo a choice.
function pressToStay(press) {
  if (!pressNow(press)) return false;
  if (press.isChoice) {
    const checked = controlOf(press)?.checked;
    setTimeout(() => controlOf(press)?.checked === !checked && pressNow(press), SOON_MS);
  }
  return true;
}

function controlOf({ selector, place }) {
  return document.querySelectorAll(selector)[place];
}

function pressNow(press) {
  const control = controlOf(press);
  isOurs = true;
  control?.click();
  isOurs = false;
  return Boolean(control);
}

// A reload that we ask for ourselves loses no press either, nor the buttons that it was made on: what is
// pressed from now on waits for the page that comes, and so does what is held down as this one goes.
let isLeaving = false;

function reload() {
  if (isLeaving) return;
  isLeaving = true;
  isReady = false;
  clearTimeout(pressingAgain);
  addEventListener('pagehide', () => {
    dropLeftScreens();
    const presses = [...unheard, ...waiting, held].filter(Boolean);
    const { orders } = window.__aidAlong;
    if (lostLine.keeps) remember(PRESSES, JSON.stringify({ presses, orders }));
  });
  window.__aidLoadOnceReached();
}
