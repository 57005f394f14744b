// What the tab has kept goes along with the first message of each socket, so that a session knows the
// answers before it draws anything (aid/ui/server/brought.py). This stands in the page itself, before any
// other script: the first socket opens before the tab's own script is there.
(() => {
  const COPY = 'scar-options-answers';
  const PRESSES = 'scar-options-presses';
  const WORDS = 'scar-options-words';
  const MOST_LETTERS = 10_000; // no answer has as many, and a socket takes no text of any length
  const along = { orders: false, touched: new Set(), path: location.pathname };
  window.__aidAlong = along;
  const begun = new WeakSet();
  let number = 0;

  // What the reader touches on a screen may be newer than the copy. Nothing else on it is.
  for (const kind of ['click', 'keydown', 'input', 'change']) {
    document.addEventListener(
      kind,
      ({ target }) => {
        if (along.path !== location.pathname) along.touched.clear();
        along.path = location.pathname;
        const names = target.closest?.('[class*="st-key-"]')?.classList ?? [];
        const name = [...names].find((one) => one.startsWith('st-key-'));
        if (name) along.touched.add(name);
      },
      true,
    );
  }

  const kept = (key) => {
    try {
      return sessionStorage.getItem(key);
    } catch {
      return null;
    }
  };

  const isBlocked = () => {
    try {
      sessionStorage.setItem(`${COPY}-tried`, '');
      sessionStorage.removeItem(`${COPY}-tried`);
      return false;
    } catch {
      return true;
    }
  };

  const keptWords = () => {
    const words = JSON.parse(kept(WORDS) ?? 'null');
    return words?.text.length <= MOST_LETTERS ? words : null;
  };

  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function sendBehindWhatIsKept(message) {
    if (!begun.has(this)) {
      begun.add(this);
      number += 1;
      const isSameScreen = along.path === location.pathname;
      const [visit] = performance.getEntriesByType('navigation');
      const brought = {
        number,
        answers: kept(COPY) ?? '',
        words: keptWords(),
        again: number > 1,
        reloaded: visit?.type === 'reload',
        blocked: isBlocked(),
        orders: along.orders || JSON.parse(kept(PRESSES) ?? '{}').orders === true,
        touched: isSameScreen ? [...along.touched] : [],
      };
      send.call(this, JSON.stringify(brought));
    }
    send.call(this, message);
  };
})();
