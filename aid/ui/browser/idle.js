// On a shared device: after four minutes without a tap or a key a warning, after five all is cleared.
// A page that was left, or slept too long, shows nothing to whoever comes back to it.
const WARN_MS = 4 * 60 * 1000;
const CLEAR_MS = 5 * 60 * 1000;
const GONE_MS = 5 * 1000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'];

// One watch for the page, however often Streamlit redraws this component.
window.__aidIdle ??= { last: Date.now(), sentAt: 0, cleared: 0 };
const watch = window.__aidIdle;

function hide(isHidden) {
  document.documentElement.style.display = isHidden ? 'none' : '';
}

export default function ({ data, parentElement, setTriggerValue }) {
  let place = parentElement.querySelector('p');
  if (!place) {
    place = document.createElement('p');
    place.setAttribute('role', 'alert');
    parentElement.append(place);
  }
  const say = (words) => {
    if (place.textContent !== words) place.textContent = words;
  };
  if (watch.cleared !== data.cleared) {
    Object.assign(watch, { last: Date.now(), sentAt: 0, cleared: data.cleared });
    say('');
    hide(false);
  }

  clearInterval(watch.timer);
  watch.listening?.abort();
  watch.listening = new AbortController();
  const when = (target, happens, then) =>
    target.addEventListener(happens, then, { passive: true, signal: watch.listening.signal });
  const look = () => {
    const idle = Date.now() - watch.last;
    if (!data.active || idle < WARN_MS) return;
    if (idle < CLEAR_MS) {
      say(data.warning);
    } else if (!watch.sentAt) {
      watch.sentAt = Date.now();
      hide(true);
      setTriggerValue('idle', true);
    } else if (Date.now() - watch.sentAt > GONE_MS) {
      // No answer from the server: the page itself must not stay on the screen.
      window.location.replace(data.start);
    }
  };
  const seen = () => {
    look(); // a hand that wakes the device may be another one's
    if (watch.sentAt) return; // too late: it is being cleared
    watch.last = Date.now();
    say('');
  };
  for (const sign of SIGNS) when(document, sign, seen);
  watch.timer = setInterval(look, 1000);
  when(document, 'visibilitychange', look);
  when(document, 'freeze', () => hide(true));
  when(document, 'resume', () => {
    hide(false);
    look();
  });
  // The browser may keep the whole page for its Back button, as it was when it was left.
  when(window, 'pagehide', () => hide(true));
  when(window, 'pageshow', ({ persisted }) => {
    if (persisted) window.location.replace(data.start);
  });
}
