addEventListener('message', async () => {
  const response = await fetch('/bytes?n=1000');
  postMessage((await response.arrayBuffer()).byteLength);
});
