// The server holds the last message of a page until the next one comes. So after everything was
// cleared one follows by itself that says nothing of the reader.
let lastCleared;
let isSayingElse = false; // from then until it is said
let tellElse; // by the screen that is there: of one before, the server knows nothing any more

function saySomethingElse(data, tell) {
  const isCleared = lastCleared !== undefined && lastCleared !== data.cleared;
  lastCleared = data.cleared;
  tellElse = tell;
  if (!isCleared) return;
  // Until a run has ended, the browser sends along what the boxes of the screen before held.
  isSayingElse = true;
  const timer = setInterval(() => {
    if (isRunning()) return;
    clearInterval(timer);
    isSayingElse = false;
    tellElse();
  }, 100);
}
