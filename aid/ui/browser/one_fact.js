// On a phone At a glance shows one fact at a time. Which one is a matter of this page alone, so
// turning to another asks nothing of the server. The style sheet hides the other columns.
let factOnShow;

function turnTo(view, fact) {
  const select = view.querySelector('select');
  const known = [...select.options].some((option) => option.value === fact);
  select.value = known ? fact : select.options[0].value;
  for (const cell of view.querySelectorAll('[data-fact]'))
    cell.toggleAttribute('data-on', cell.dataset.fact === select.value);
  for (const room of view.querySelectorAll('.compare-room'))
    room.toggleAttribute('data-on', room.querySelector('[data-on]') !== null);
  view.setAttribute('data-turned', '');
}

function showOneFact() {
  const turn = (view, fact) => {
    factOnShow = fact;
    turnTo(view, fact);
    const select = view.querySelector('select');
    view.querySelector('[role="status"]').textContent = select.selectedOptions[0].text;
  };
  document.addEventListener('change', ({ target }) => {
    const view = target.closest?.('.turn')?.closest('.glance-view');
    if (view) turn(view, target.value);
  });
  document.addEventListener('click', ({ target }) => {
    const button = target.closest?.('[data-turn]');
    if (!button) return;
    const view = button.closest('.glance-view');
    const { options, selectedIndex } = view.querySelector('select');
    const next = selectedIndex + Number(button.dataset.turn) + options.length;
    turn(view, options[next % options.length].value);
  });
  // A table that was redrawn shows the fact that the reader had turned to.
  const keepFact = () => {
    const view = document.querySelector('.glance-view:not([data-turned])');
    if (view) turnTo(view, factOnShow);
  };
  keepFact();
  new MutationObserver(keepFact).observe(document.body, { childList: true, subtree: true });
}

// A number in the grid of direct comparisons leads to its studies, which are folded.
function openWhatIsLinked() {
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (!link || opensElsewhere(event)) return;
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    for (let fold = target?.closest('details'); fold; fold = fold.parentElement.closest('details'))
      fold.open = true;
    // Following the link takes the focus away, so it is given afterwards.
    setTimeout(() => target?.querySelector(':scope > summary')?.focus());
  });
}
