// Shows the page in the reader's language, which boot.js has found.
(() => {
  const page = document.getElementById(`page-${document.documentElement.lang}`);
  if (!page) return;
  document.title = page.dataset.title;
  document.body.replaceChildren(page.content);
})();
