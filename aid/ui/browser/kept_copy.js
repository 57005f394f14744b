// A copy of the answers in this tab's session storage, which each socket brings along (bring_along.js). A
// browser may forbid the storage; then there is no copy.
const COPY = 'scar-options-answers';

function storage() {
  try {
    return window.sessionStorage;
  } catch {
    return null;
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

function keepCopy(data) {
  window.__aidAlong.orders = data.orders;
  if (data.keeps && data.answers) remember(COPY, data.answers);
  else storage()?.removeItem(COPY);
}
