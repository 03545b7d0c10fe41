"""The page of one post's form, and what follows a save."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from itagen.address import safe_name
from itagen.diagnostics import Diagnostic
from itagen.edit.desk import Desk
from itagen.edit.page import Answer
from itagen.edit.post_desk import OpenPost, open_post, save_post
from itagen.edit.seen import Seen
from itagen.edit.stale import Stale
from itagen.edit.text_page import TextPages
from itagen.edit.uploads import Upload


@dataclass(frozen=True, slots=True)
class PostPages:
    """Forms of posts."""

    desk: Desk
    seen: Seen

    def show(self, stream: str, stem: str, note: str) -> Answer:
        """The form; blank without a stem."""
        if stream not in self.seen.streams or (stem and not self.seen.post(stream, stem)):
            words = "ไม่มีเรื่องนี้ อาจถูกลบหรือเปลี่ยนชื่อ"
            html = self.desk.page(self.seen, "refused.html", title="ไม่พบหน้านี้", words=words)
            return Answer(html, 404)
        opened = open_post(self.seen, stream, stem)
        if opened is None:
            return TextPages(self.desk, self.seen).show(f"{stream}/{stem}.md", note)
        where = f"/_edit/posts/{stream}/{stem or 'new'}/"
        preview = f"/{safe_name(stream)}/{safe_name(stem)}/" if stem else ""
        watched = {"watched": opened.path.removeprefix("content/")} if stem else {}
        return Answer(
            self.desk.page(
                self.seen,
                "post.html",
                open=opened,
                found=_by_input(opened),
                base=opened.base,
                was=opened.was,
                action=where,
                preview=preview,
                note=self.desk.notes.get(note),
                **watched,
            )
        )

    def save(
        self, stream: str, stem: str, sent: Mapping[str, str], uploads: Iterable[Upload]
    ) -> Answer:
        """Save, and show the form again; a stale one shows both versions."""
        if stream not in self.seen.streams or (stem and not self.seen.post(stream, stem)):
            return self.show(stream, stem or "?", "")
        name, result = save_post(self.seen, stream, stem, sent, uploads)
        where = f"/_edit/posts/{stream}/{name}/"
        if isinstance(result, Stale):
            html = self.desk.page(
                self.seen, "stale.html", stale=result, name=name, action=where, back=where,
                path=f"content/{stream}/{name}.md",
            )  # fmt: skip
            return Answer(html, 409)
        title = sent.get("title", name).strip()
        note = self.desk.after(result.paths, f"แก้เรื่อง {title}", result.refused)
        return Answer(goes_to=f"{where}?note={note}")


def _by_input(opened: OpenPost) -> dict[str, tuple[Diagnostic, ...]]:
    """The findings by the key on whose line they are; the rest above the form."""
    keys = {field.name for field in opened.inputs}
    found: dict[str, tuple[Diagnostic, ...]] = {}
    for finding in opened.found:
        key = finding.at.text.partition(":")[0].strip()
        name = key if key in keys else ""
        found[name] = (*found.get(name, ()), finding)
    return found
