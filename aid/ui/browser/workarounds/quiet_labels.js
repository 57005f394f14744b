// Fault: a tick has its words as a name and as a label beside it, so that both are read one after the
// other.
// Seen in: Streamlit 1.67.0.
// Upstream: none found.
// Test: tests/browser/test_accessibility.py.
// Delete when: the label of a tick is its name, or is hidden where it is not.
function sayLabelsOnce() {
  for (const box of document.querySelectorAll('[data-testid="stCheckbox"] input[aria-label]')) {
    const words = box.closest('label').querySelector('[data-testid="stWidgetLabel"]');
    words?.setAttribute('aria-hidden', 'true');
  }
}
