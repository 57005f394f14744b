// Fault: a script that could not be fetched once stays missing, and a red box in English stands for what
// it draws, until the reader thinks of loading the page again.
// So the page loads itself again, three times within five minutes at most, and then says so in words. This
// stands in the page itself, before any other script. The tab's script, once there, sees to it that
// nothing answered is lost (see loadAgain).
// Seen in: Streamlit 1.67.0.
// Upstream: https://github.com/streamlit/streamlit/issues/10510.
// Test: tests/browser/test_failed_script.py.
// Delete when: Streamlit fetches a missing script again by itself.
(() => {
  const KEY = 'scar-options-loaded-again';
  const MOST = 3;
  const FORGOTTEN_MS = 300_000;
  let isOver = false;

  const mayAgain = () => {
    try {
      const before = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
      const times = before.filter((time) => Date.now() - time < FORGOTTEN_MS);
      if (times.length >= MOST) return false;
      sessionStorage.setItem(KEY, JSON.stringify([...times, Date.now()]));
      return true;
    } catch {
      return false; // without a place to count, it might never end
    }
  };

  // A page that is loaded while the line is down would take away the words that are there.
  const loadOnceReached = async () => {
    try {
      await fetch(location.href, { method: 'HEAD', cache: 'no-store' });
      location.reload();
    } catch {
      setTimeout(loadOnceReached, 3000);
    }
  };
  window.__aidLoadOnceReached = loadOnceReached; // for the tab's script too

  const again = () => {
    if (isOver) return;
    isOver = true;
    const wish = new Event('aid:load-again', { cancelable: true });
    if (!mayAgain() || !dispatchEvent(wish))
      document.getElementById('missing')?.removeAttribute('hidden');
    else if (!wish.isSeenTo) setTimeout(loadOnceReached, 500);
  };

  addEventListener('vite:preloadError', again);
  addEventListener('error', ({ target }) => target instanceof HTMLScriptElement && again(), true);
})();
