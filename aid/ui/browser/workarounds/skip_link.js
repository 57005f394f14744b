// Fault: the skip link leads to the main part, which begins with the menu: it skips nothing.
// Seen in: Streamlit 1.67.0 (the link exists since 1.66).
// Upstream: none found.
// Test: tests/browser/test_accessibility.py.
// Delete when: the menu is outside the main part.
function skipTheMenu() {
  document.addEventListener(
    'click',
    (event) => {
      const heading = mainHeading();
      if (!heading || !event.target.closest?.('[data-testid="stSkipToContent"]')) return;
      event.preventDefault();
      event.stopPropagation();
      focusOn(heading);
    },
    true,
  );
}
