// The server holds the last message of a page until the next one comes. So after everything was
// cleared one follows by itself that says nothing of the reader.
let lastCleared;

function saySomethingElse(data, tell) {
  const isCleared = lastCleared !== undefined && lastCleared !== data.cleared;
  lastCleared = data.cleared;
  if (!isCleared) return;
  // Until a run has ended, the browser sends along what the boxes of the screen before held.
  const timer = setInterval(() => {
    if (isRunning()) return;
    clearInterval(timer);
    tell({ cleared: true });
  }, 100);
}
