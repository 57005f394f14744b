// Fault: after a change of page the focus is on the body, and nothing is announced.
// Seen in: Streamlit 1.67.0.
// Upstream: none found.
// Test: tests/browser/test_focus.py.
// Delete when: Streamlit moves the focus to the new page.
function mainHeading() {
  return document.querySelector('[data-testid="stMainBlockContainer"] h1');
}

function focusOn(element) {
  element.tabIndex = -1;
  element.focus();
}

function focusHeading({ heading }) {
  let tries = 0;
  (function look() {
    const found = mainHeading();
    if (found?.classList.contains(heading)) focusOn(found);
    else if (tries++ < 60) setTimeout(look, 50);
  })();
}
