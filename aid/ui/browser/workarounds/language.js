// Fault: the page always says lang="en" and "Skip to main content", whatever language it speaks.
// Seen in: Streamlit 1.67.0.
// Upstream: https://github.com/streamlit/streamlit/issues/15726 (open).
// Test: tests/browser/test_accessibility.py.
// Delete when: st.set_page_config takes a language.
function setLanguage({ lang, skip }) {
  document.documentElement.lang = lang;
  const link = document.querySelector('[data-testid="stSkipToContent"]');
  if (link && link.textContent !== skip) link.textContent = skip;
}
