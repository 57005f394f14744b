// The words that came with the page go when the screen has drawn itself, nothing of it is still to come,
// and its heading has stood still for a moment: on a slow phone it still moves then. The reader's place,
// what they opened and the focus stay.
const SETTLED_MS = 50;

function firstWordsGiveWay() {
  const first = document.getElementById('first');
  if (!first || first.dataset.going) return;
  first.dataset.going = 'yes';
  let stood;
  let since = performance.now();
  requestAnimationFrame(function look(now) {
    const top = mainHeading()?.getBoundingClientRect().top;
    if (top !== stood || isToDrawMore()) {
      stood = top;
      since = now;
    }
    if (now - since >= SETTLED_MS) takePlaceOf(first);
    else requestAnimationFrame(look);
  });
}

function takePlaceOf(first) {
  const words = (element) => element.textContent.trim();
  const main = document.querySelector('[data-testid="stMain"]');
  const held = first.contains(document.activeElement) ? words(document.activeElement) : '';
  const top = first.scrollTop;
  const wasOpen = [...first.querySelectorAll('details')].map((more) => more.open);
  const there = main.querySelectorAll('[data-testid="stHtml"] details');
  first.remove();
  if (there.length === wasOpen.length) {
    wasOpen.forEach((open, number) => {
      there[number].open = open;
    });
  }
  main.scrollTo(0, top);
  const same = [...main.querySelectorAll('a, button, summary')].find((it) => words(it) === held);
  if (held) same?.focus({ preventScroll: true }); // focus alone would scroll to it
}
