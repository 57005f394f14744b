// Fault: a link to a screen opens here whatever is held down with the click. Elsewhere on the web Control,
// Command or Shift opens a new tab or window, and leaves the page as it is.
// Seen in: Streamlit 1.67.0.
// Upstream: none found.
// Test: tests/browser/test_links.py.
// Delete when: st.page_link leaves such clicks to the browser.
function leaveModifiedClicks() {
  document.addEventListener(
    'click',
    (event) => {
      const link = event.target.closest?.('[data-testid="stPageLink"] a');
      if (link && opensElsewhere(event)) event.stopPropagation();
    },
    true,
  );
}
