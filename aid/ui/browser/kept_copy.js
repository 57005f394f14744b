// A copy of the answers in this tab's session storage: asked for once by each session of the server,
// written only after that. A browser may forbid the storage; then there is no copy.
const COPY = 'scar-options-answers';
let hasAsked = false;
let isOrdering = false; // whether the questions of the sheet show their ways up and down

function storage() {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

function isStorageBlocked() {
  try {
    window.sessionStorage.setItem(`${COPY}-tried`, '');
    window.sessionStorage.removeItem(`${COPY}-tried`);
    return false;
  } catch {
    return true;
  }
}

// A full storage is no reason to stop: the answers are still on the server.
function remember(key, text) {
  try {
    storage()?.setItem(key, text);
  } catch {
    storage()?.removeItem(key);
  }
}

function keepCopy(data, tell) {
  const store = storage();
  if (!data.keeps) store?.removeItem(COPY);
  if (data.ask) {
    // A page that has asked before is open still: the server lost the session, not the reader.
    const again = hasAsked;
    const [visit] = performance.getEntriesByType('navigation');
    hasAsked = true;
    tell({
      answers: store?.getItem(COPY) ?? '',
      again,
      reloaded: visit?.type === 'reload',
      blocked: isStorageBlocked(),
      orders: isOrdering || pressesBeforeReload().orders,
    });
    return;
  }
  isOrdering = data.orders;
  if (data.keeps && data.answers) remember(COPY, data.answers);
  else store?.removeItem(COPY);
}
