// On a shared device: after four minutes without a tap or a key a warning, after five all is cleared.
const WARN_MS = 4 * 60 * 1000;
const CLEAR_MS = 5 * 60 * 1000;
const GONE_MS = 5 * 1000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'];

// One watch for the page, however often Streamlit redraws this component.
window.__aidIdle ??= { last: Date.now(), sentAt: 0, cleared: 0 };
const watch = window.__aidIdle;

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
  }

  clearInterval(watch.timer);
  watch.listening?.abort();
  watch.listening = new AbortController();
  const seen = () => {
    if (watch.sentAt) return; // too late: it is being cleared
    watch.last = Date.now();
    say('');
  };
  for (const sign of SIGNS) {
    document.addEventListener(sign, seen, { passive: true, signal: watch.listening.signal });
  }
  if (!data.active) return;
  watch.timer = setInterval(() => {
    const idle = Date.now() - watch.last;
    if (idle < WARN_MS) return;
    if (idle < CLEAR_MS) {
      say(data.warning);
    } else if (!watch.sentAt) {
      watch.sentAt = Date.now();
      setTriggerValue('idle', true);
    } else if (Date.now() - watch.sentAt > GONE_MS) {
      // No answer from the server: the page itself must not stay on the screen.
      window.location.assign(data.start);
    }
  }, 1000);
}
