// A copy of the answers in this tab's session storage: asked for once by each session of the server,
// written only after that. A browser may forbid the storage; then there is no copy.
const KEY = 'scar-options-answers';

function storage() {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

function keepCopy(data, tell) {
  const store = storage();
  try {
    if (!data.keeps) store?.removeItem(KEY);
    if (data.ask) {
      // A page that has asked before is open still: the server lost the session, not the reader.
      const again = window.__aidAsked === true;
      const [visit] = performance.getEntriesByType('navigation');
      window.__aidAsked = true;
      tell({
        answers: store?.getItem(KEY) ?? '',
        again,
        reloaded: visit?.type === 'reload',
      });
    } else if (data.keeps && data.answers) {
      store?.setItem(KEY, data.answers);
    } else {
      store?.removeItem(KEY);
    }
  } catch {
    // The storage is full or was closed: the answers are still on the server.
  }
}
