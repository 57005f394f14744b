// Streamlit calls this whenever the foot of a screen was drawn. Only our own constants and the
// reader's own answers come in. This module is loaded once for as long as the page is open.
let isInstalled = false;
let lastPage;

export default function ({ data, setTriggerValue }) {
  setLanguage(data);
  markMenu(data);
  nameGroups();
  sayLabelsOnce();
  if (!isInstalled) {
    isInstalled = true;
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

  const wasAsking = isAsking;
  const tell = (found) => setTriggerValue('found', found);
  keepCopy(data, tell);
  saySomethingElse(data, tell);
  dropSentWords(data);
  hearPresses(data);
  hearTaken(data, (asked) => setTriggerValue('asked', asked), isNewPage);
  if (wasAsking && !isAsking) putWordsBack();
  mendPage(data);
  sayWhatChanged(data);
  firstWordsGiveWay();
}
