// Hands a file that was made in this run to the browser: each delivery once.
export default function ({ data, parentElement }) {
  const place =
    parentElement.querySelector('p') ?? parentElement.appendChild(document.createElement('p'));
  if (!data?.file || place.dataset.token === data.token) return;
  place.dataset.token = data.token;
  const bytes = Uint8Array.from(atob(data.file), (letter) => letter.charCodeAt(0));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type: data.type }));
  link.download = data.name;
  link.textContent = data.again;
  place.setAttribute('role', 'status');
  place.replaceChildren(link);
  link.click();
}
