// What several of the workarounds need to know of the page.

const SOON_MS = 50; // until what a drawing began is done, or to look again

// The class that Streamlit gives to an element with a key.
function keyClass(element) {
  return [...element.classList].find((name) => name.startsWith('st-key-'));
}

// Whether a click opens a new tab or window and leaves this page as it is.
function opensElsewhere(event) {
  return event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
}

// Whether the app still draws.
function isRunning() {
  const app = document.querySelector('[data-testid="stApp"]');
  return app?.dataset.testScriptState !== 'notRunning';
}

// Whether the connection is lost, so that nothing can be pressed.
function isLineDown() {
  const app = document.querySelector('[data-testid="stApp"]');
  return app?.dataset.testConnectionState !== 'CONNECTED';
}

// Whether a part of the screen is not drawn yet, because its script is not there.
function isToDrawMore() {
  return document.querySelector('[data-testid="stSkeleton"]') !== null;
}
