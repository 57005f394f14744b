// The server holds the last message of a page until the next one comes. So after everything was cleared a
// number follows by itself, which says nothing of the reader (answers_first.js); links wait for it.
let lastCleared;

function askAfterClear({ cleared }) {
  const isCleared = lastCleared !== undefined && lastCleared !== cleared;
  lastCleared = cleared;
  if (!isCleared) return;
  answersFirst.given += 1;
  // Until a run has ended, the browser sends along what the boxes of the screen before held.
  const timer = setInterval(() => {
    if (isRunning()) return;
    clearInterval(timer);
    if (!areAnswersTaken() && !answersFirst.go) whenAnswersAreTaken(() => {});
  }, 100);
}
