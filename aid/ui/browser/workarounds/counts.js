// Fault: the words of an expander cannot change unless everything in it is drawn again.
// Seen in: Streamlit 1.67.0.
// Upstream: none found.
// Test: tests/browser/test_journey.py.
// Delete when: they can.
function sayCounts({ counts }) {
  for (const [key, count] of Object.entries(JSON.parse(counts))) {
    const name = document.querySelector(`.st-key-${key} summary p`);
    if (!name) continue;
    const there = name.querySelector('span.count');
    if (there?.textContent === count) continue;
    const place = there ?? document.createElement('span');
    place.className = 'count';
    place.textContent = count;
    if (!there) name.append(place);
  }
}
