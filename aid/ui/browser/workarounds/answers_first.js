// Fault: an answer that the server has not taken in is dropped when a change of page reaches it: where
// a slow line brings both at once, and for a text, which is sent a moment after its box is left. So
// links and Back wait for the server's reply to what was sent last, but never for long.
// Seen in: Streamlit 1.67.0.
// Upstream: https://github.com/streamlit/streamlit/issues/5813 (open) is the nearest.
// Test: tests/browser/test_answers_survive.py.
// Delete when: a change of page carries the widgets' values.
function letAnswersGoFirst() {
  const LONGEST = 3000;
  const STEP = 20;
  let writtenAt = -LONGEST;
  let sentAt = -LONGEST;
  let heardAt = -LONGEST;
  let waiting;

  const isBox = (element) => element?.matches?.('textarea, input[type="text"]');
  const isTaken = () => {
    const now = performance.now();
    if (now - Math.max(writtenAt, sentAt) > LONGEST) return true;
    const isHeard = sentAt >= writtenAt && heardAt >= sentAt && now - heardAt > STEP;
    return isHeard && !isRunning();
  };
  const whenTaken = (go) => {
    clearInterval(waiting);
    waiting = setInterval(() => {
      if (!isTaken()) return;
      clearInterval(waiting);
      go();
    }, STEP);
  };

  document.addEventListener(
    'change',
    (event) => {
      if (isBox(event.target)) writtenAt = performance.now();
    },
    true,
  );
  document.addEventListener(
    'click',
    (event) => {
      const link = event.target.closest?.('[data-testid="stPageLink"] a');
      if (!link || isTaken() || opensElsewhere(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      whenTaken(() => link.click());
    },
    true,
  );

  // Streamlit hears of Back before we do, so what it sends then is held. The page has this one
  // connection.
  const send = WebSocket.prototype.send;
  const sendNow = (socket, message) => {
    sentAt = performance.now();
    if (!socket.aidListens) {
      socket.aidListens = true;
      socket.addEventListener('message', () => (heardAt = performance.now()));
    }
    send.apply(socket, message);
  };
  WebSocket.prototype.send = function sendInTurn(...message) {
    const isBack = window.event?.type === 'popstate';
    const wanted = location.pathname;
    if (isBack && isBox(document.activeElement)) document.activeElement.blur(); // commits its text
    if (!isBack || isTaken()) {
      sendNow(this, message);
      return;
    }
    whenTaken(() => {
      // The reply to a text may have put its screen's address back; then Back is due once more.
      if (location.pathname === wanted) sendNow(this, message);
      else history.back();
    });
  };
}
