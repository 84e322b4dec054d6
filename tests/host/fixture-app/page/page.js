window.seen = [];
try {
  new Function('return 1')();
} catch (error) {
  window.evalRefused = error.name;
}
window.api.on((value) => window.seen.push(value));
const drop = document.querySelector('#drop');
drop.addEventListener('dragover', (event) => {
  event.preventDefault();
  drop.className = 'over';
});
drop.addEventListener('dragleave', () => (drop.className = ''));
drop.addEventListener('drop', async (event) => {
  event.preventDefault();
  const files = [...event.dataTransfer.files];
  window.dropped = { paths: window.api.pathsOf(files), texts: await Promise.all(files.map((file) => file.text())) };
});
