// Faults: while the connection is lost, Streamlit only greys out what can be pressed. A server that has
// lost the session ignores what is done in a part of a screen that it has not drawn. A break in the
// middle of a run leaves the page half drawn, and boxes forget what was written in them.
// So a lost connection is said in words, and after it the whole screen is drawn again. Where the page
// was emptied it is loaded again, and gets its answers from the tab's copy; on a shared device, which
// keeps none, only where it has no foot.
// Seen in: Streamlit 1.67.0.
// Upstream: https://github.com/streamlit/streamlit/issues/11660 (a part "does not exist anymore").
// Test: tests/browser/test_keep.py, tests/browser/test_restart.py.
// Delete when: a reconnected page draws itself whole, and says in words that the line is lost.
const REDRAW = '.st-key-redraw button';
const lostLine = { needsRedraw: false, footer: null, keeps: false };

function redraw() {
  lostLine.needsRedraw = !pressNow({ selector: REDRAW, place: 0 });
}

function mustBeginAnew() {
  return lostLine.keeps && lostLine.footer?.isConnected === false;
}

// Called with each drawing of the foot, once the presses have been heard.
function mendPage() {
  if (lostLine.needsRedraw) redraw();
  if (isReady) lostLine.footer = null;
}

function watchTheLine({ lineLost: lost, lineBack: back }) {
  const SHORT = 1000; // a break that nobody notices
  const AGAIN = 2500; // how often to see whether what was asked for has been drawn
  const app = document.querySelector('[data-testid="stApp"]');
  const place = document.createElement('p');
  place.className = 'the-line';
  place.setAttribute('role', 'status');
  document.body.append(place);
  let isDown = false;
  let wasPressed = false;
  let timer;
  let asking;
  const say = (words) => {
    if (place.textContent !== words) place.textContent = words;
  };
  const goDown = () => {
    isReady = false;
    clearTimeout(pressingAgain);
    lostLine.footer = document.querySelector('#root footer.aid');
    wasPressed ||= performance.now() - pressedAt < 5 * SHORT;
    timer = setTimeout(() => say(lost), SHORT);
  };
  const comeBack = () => {
    redraw();
    asking = setInterval(() => {
      if (isReady) clearInterval(asking);
      else if (app.dataset.testScriptState !== 'notRunning') return;
      else if (document.querySelector('#root footer.aid')) redraw();
      else reload();
    }, AGAIN);
    if (place.textContent || wasPressed) say(back);
    wasPressed = false;
  };
  const look = () => {
    const down = isLineDown();
    if (down === isDown) return;
    isDown = down;
    clearTimeout(timer);
    clearInterval(asking);
    if (down) goDown();
    else comeBack();
  };
  new MutationObserver(look).observe(app, { attributeFilter: ['data-test-connection-state'] });
  look(); // it can have been lost as the first foot came
  for (const kind of ['pointerdown', 'keydown']) {
    document.addEventListener(kind, () => isDown || say(''), { capture: true, passive: true });
  }
}
