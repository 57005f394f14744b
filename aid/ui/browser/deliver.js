// Hands a file that was made in this run to the browser: each delivery once. The tab keeps the file as
// long as a download may need it, and no longer than the screen that it was made on.
const KEPT_MS = 60 * 1000;

export default function ({ data, parentElement }) {
  const place =
    parentElement.querySelector('p') ?? parentElement.appendChild(document.createElement('p'));
  const leave = () => {
    if (!place.isConnected) place.forget?.();
  };
  if (!data?.file || place.dataset.token === data.token) return leave;
  place.dataset.token = data.token;
  place.forget?.();
  const bytes = Uint8Array.from(atob(data.file), (letter) => letter.charCodeAt(0));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type: data.type }));
  link.download = data.name;
  link.textContent = data.again;
  place.forget = () => {
    URL.revokeObjectURL(link.href);
    link.remove();
  };
  setTimeout(place.forget, KEPT_MS);
  place.setAttribute('role', 'status');
  place.replaceChildren(link);
  link.click();
  return leave;
}
