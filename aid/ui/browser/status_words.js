// What a press has changed, said to those who do not see it. The place is there before it has words, and
// stays over all screens: some screen readers say nothing of a place that comes with its words.
let timesSaid = 0;

function statusPlace() {
  const there = document.getElementById('said');
  if (there) return there;
  const place = document.createElement('p');
  place.id = 'said';
  place.className = 'unseen';
  place.setAttribute('role', 'status');
  document.querySelector('.stApp').append(place);
  return place;
}

function sayWhatChanged({ said, timesSaid: times }) {
  const place = statusPlace();
  if (times === timesSaid) return;
  timesSaid = times;
  place.textContent = '';
  // After the focus is back on the button: the words of a button would cut these short.
  if (said) setTimeout(() => (place.textContent = said), 300);
}
