// Streamlit calls this whenever the foot of a screen was drawn. Only our own constants and the
// reader's own answers come in. This module is loaded once for as long as the page is open
// (load_tab.js).
let isInstalled = false;
let lastPage;
let lastSession;
let isToLoadAgain = false;
let latest; // what the last drawing brought

export default function ({ data, setTriggerValue }) {
  latest = data;
  nameAll();
  if (!isInstalled) {
    isInstalled = true;
    nameWhatComesLate();
    letAnswersGoFirst();
    rememberUnheard(); // after the answers have gone first, and before anybody else hears of a press
    leaveModifiedClicks();
    skipTheMenu();
    foldMenuOnEscape();
    rememberPlaces();
    closeLargeOnEscape();
    keepLettersQuiet();
    keepWords();
    watchTheLine(data);
    showOneFact();
    openWhatIsLinked();
    addEventListener('aid:load-again', loadAgain);
  }
  const isNewPage = lastPage !== undefined && lastPage !== data.page;
  lastPage = data.page;
  if (isNewPage) {
    lastPlace = null;
    foldMenu();
    focusHeading(data);
  } else {
    setTimeout(keepPlace, 100);
  }
  setTimeout(comeBackFromLarge, 100);

  const isNewSession = lastSession !== data.session;
  lastSession = data.session;
  lostLine.keeps = data.keeps;
  keepCopy(data);
  dropSentWords(data);
  hearPresses(data, isNewSession);
  hearTaken(data, (asked) => setTriggerValue('asked', asked), isNewPage);
  askAfterClear(data);
  if (isNewSession) putWordsBack();
  mendPage();
  sayWhatChanged(data);
  firstWordsGiveWay();
  if (isToLoadAgain) makeWay(data);
}

function nameAll() {
  setLanguage(latest);
  markMenu(latest);
  nameGroups();
  sayCounts(latest);
  sayLabelsOnce();
}

// On a first visit some of a screen is drawn after its foot, once its script is there.
function nameWhatComesLate() {
  const SOON = 50;
  let isDue = false;
  const app = document.querySelector('[data-testid="stApp"]');
  new MutationObserver(() => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      nameAll();
    }, SOON);
  }).observe(app, { childList: true, subtree: true });
}

// A script of Streamlit could not be fetched (failed_script.js).
function loadAgain(event) {
  if (!lostLine.keeps) {
    event.preventDefault(); // a shared device would lose the answers: the reader is told instead
    return;
  }
  event.isSeenTo = true;
  isToLoadAgain = true;
  makeWay(lostLine);
}

// After an update the server has another script. The page begins anew with it once the server has all
// that was answered and pressed; on a shared device, whose tabs keep no copy, once all is cleared.
export function makeWay({ keeps, cleared }) {
  if (keeps && !answersFirst.go) whenAnswersAreTaken(reload);
  if (!keeps && cleared && areAnswersTaken()) reload();
}
