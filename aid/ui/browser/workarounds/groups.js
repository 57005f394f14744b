// Fault: a container cannot be a named group, so check boxes have no common question.
// Seen in: Streamlit 1.67.0.
// Upstream: none found.
// Test: tests/browser/test_accessibility.py.
// Delete when: st.container takes a role and a label.
function nameGroups() {
  for (const group of document.querySelectorAll('[class*="st-key-group-"]')) {
    const label = group.querySelector('.group-label');
    if (!label) continue;
    label.id ||= `label-${keyClass(group)}`;
    group.setAttribute('role', 'group');
    group.setAttribute('aria-labelledby', label.id);
  }
}
