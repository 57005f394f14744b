// Asks for a file that is made from the answers in the order, and hands it to the browser: each order
// once. The tab keeps the file as long as a download may need it, and no longer than the screen that it
// was asked for on.
const KEPT_MS = 60 * 1000;

async function made({ address, order }) {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: order,
    cache: 'no-store',
    credentials: 'omit',
  });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.blob();
}

function handOver(file, { name, again }, place) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.textContent = again;
  place.forget = () => {
    URL.revokeObjectURL(link.href);
    link.remove();
  };
  setTimeout(place.forget, KEPT_MS);
  place.replaceChildren(link);
  link.click();
}

export default function ({ data, parentElement }) {
  const place =
    parentElement.querySelector('p') ?? parentElement.appendChild(document.createElement('p'));
  const leave = () => {
    if (!place.isConnected) place.forget?.();
  };
  if (!data?.order || place.dataset.token === data.token) return leave;
  place.dataset.token = data.token;
  place.forget?.();
  place.setAttribute('role', 'status');
  place.textContent = data.making;
  const isWanted = () => place.isConnected && place.dataset.token === data.token;
  made(data).then(
    (file) => {
      if (isWanted()) handOver(file, data, place);
    },
    () => {
      if (!isWanted()) return;
      place.setAttribute('role', 'alert');
      place.textContent = data.failed;
    },
  );
  return leave;
}
