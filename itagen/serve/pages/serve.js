// A page that was loaded while a build ended is old: it asks once it can be told. Buttons open files.
"use strict";
{
  const { number } = document.currentScript.dataset;

  document.addEventListener("LiveReloadConnect", async () => {
    const answer = await fetch("/_itagen/state");
    if (answer.ok && (await answer.text()) !== number) location.reload();
  });

  document.addEventListener("click", async ({ target }) => {
    const button = target.closest?.("#itagen-notice [data-open]");
    if (!button) return;
    const { open: path, line, failed } = button.dataset;
    const asked = { method: "POST", body: JSON.stringify({ path, line: Number(line) }) };
    const answer = await fetch("/_itagen/open", asked).catch(() => null);
    if (!answer?.ok) button.textContent = failed;
  });
}
