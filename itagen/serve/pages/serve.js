// Buttons open files.
"use strict";
document.addEventListener("click", async ({ target }) => {
  const button = target.closest?.("#itagen-notice [data-open]");
  if (!button) return;
  const { open: path, line, failed } = button.dataset;
  const asked = { method: "POST", body: JSON.stringify({ path, line: Number(line) }) };
  const answer = await fetch("/_itagen/open", asked).catch(() => null);
  if (!answer?.ok) button.textContent = failed;
});
