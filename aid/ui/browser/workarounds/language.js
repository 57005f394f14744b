// Fault: the page always says lang="en", whatever language it speaks.
// Seen in: Streamlit 1.67.0.
// Upstream: https://github.com/streamlit/streamlit/issues/15726 (open).
// Test: tests/browser/test_accessibility.py.
// Delete when: st.set_page_config takes a language.
function setLanguage({ lang }) {
  document.documentElement.lang = lang;
}
