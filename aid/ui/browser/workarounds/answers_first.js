// Fault: an answer that the server has not taken in is dropped when a change of page reaches it: where
// a slow line brings both at once, and for a text, which is sent a moment after its box is left. So
// after an answer, links and Back wait until the server has taken it in. The tab sends a number behind
// the answer, and a run that has that number has the answer too; nothing is guessed from the time.
// Seen in: Streamlit 1.67.0.
// Upstream: https://github.com/streamlit/streamlit/issues/5813 (open) is the nearest.
// Test: tests/browser/test_answers_survive.py.
// Delete when: a change of page carries the widgets' values.
const answersFirst = {
  given: 0, // answers so far, and how many of them a run has taken in
  taken: 0,
  sent: 0, // messages to the server
  leftBox: null, // the box that was left last: when, and how many messages had been sent
  asked: 0, // the number that was sent last, and how many answers it stands behind
  awaited: 0,
  tell: null, // sends a number
  timer: undefined,
  go: null, // the way on that waits
};

function areAnswersTaken() {
  return answersFirst.taken === answersFirst.given && !unheard.some((press) => !press.isLink);
}

function whenAnswersAreTaken(go) {
  answersFirst.go = go;
  askWithNextNumber();
}

function askWithNextNumber() {
  answersFirst.asked += 1;
  answersFirst.awaited = answersFirst.given;
  askWhetherTaken();
}

// What was written is sent a moment after its box is left, or was sent before by Control and Enter.
function isBoxUnsent() {
  const MOMENT = 500;
  const { leftBox, sent } = answersFirst;
  return leftBox?.sent === sent && performance.now() - leftBox.at < MOMENT;
}

// Asked again until it is answered, because a break swallows it.
function askWhetherTaken(waitMs = 0) {
  clearTimeout(answersFirst.timer);
  answersFirst.timer = setTimeout(sendNumber, waitMs);
}

function sendNumber() {
  const [SOON, AGAIN] = [20, 2500];
  if (!answersFirst.go) return;
  if (isBoxUnsent()) {
    askWhetherTaken(SOON);
    return;
  }
  if (isReady) answersFirst.tell(answersFirst.asked);
  askWhetherTaken(AGAIN);
}

// Called with each drawing of the foot, which says the last number that a run has taken in.
function hearTaken({ asked }, tell, isNewPage) {
  answersFirst.tell = tell;
  if (isNewPage) {
    answersFirst.go = null; // another way than the one that waits has led on
    answersFirst.taken = answersFirst.given;
  }
  if (!answersFirst.go || asked !== answersFirst.asked) return;
  answersFirst.taken = answersFirst.awaited;
  forgetPresses(); // they were sent before the number
  if (!areAnswersTaken()) {
    askWithNextNumber(); // the reader has answered once more in the meantime
    return;
  }
  const { go } = answersFirst;
  answersFirst.go = null;
  go();
}

function letAnswersGoFirst() {
  const isBox = (element) => element?.matches?.('textarea, input[type="text"]');
  document.addEventListener(
    'change',
    ({ target }) => {
      if (!isBox(target)) return;
      answersFirst.given += 1;
      answersFirst.leftBox = { sent: answersFirst.sent, at: performance.now() };
    },
    true,
  );
  // Not every choice tells of its change: what was pressed, with a key too, may have been one.
  for (const kind of ['click', 'keydown']) {
    document.addEventListener(
      kind,
      ({ target, key }) => {
        if (key !== 'Tab' && pressOn(target)?.isChoice) answersFirst.given += 1;
      },
      true,
    );
  }
  document.addEventListener(
    'click',
    (event) => {
      const link = event.target.closest?.('[data-testid="stPageLink"] a');
      if (!link || areAnswersTaken() || !isReady || hasFailed() || opensElsewhere(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const press = pressOn(link);
      unheard.push(press); // so that a reload in the meantime does not lose it
      whenAnswersAreTaken(() => pressNow(press));
    },
    true,
  );

  // Streamlit hears of Back before we do, so what it sends then is held. The page has this one
  // connection.
  const send = WebSocket.prototype.send;
  const sendNow = (socket, message) => {
    answersFirst.sent += 1;
    send.apply(socket, message);
  };
  WebSocket.prototype.send = function sendInTurn(...message) {
    const isBack = window.event?.type === 'popstate';
    const wanted = location.pathname;
    if (isBack && isBox(document.activeElement)) document.activeElement.blur(); // commits its text
    if (!isBack || areAnswersTaken() || hasFailed()) {
      sendNow(this, message);
      return;
    }
    whenAnswersAreTaken(() => {
      // The reply to a text may have put its screen's address back; then Back is due once more.
      if (location.pathname === wanted) sendNow(this, message);
      else history.back();
    });
  };
}

// A screen that could not be drawn has no foot, and so can say nothing.
function hasFailed() {
  return document.querySelector('#root footer.aid') === null;
}
