"""`itagen admin`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from itagen.cli.options import language_option, open_project, project_argument
from itagen.diagnostics import Language

_NGINX = """location /admin/ {{
    add_header Content-Security-Policy "{policy}; frame-ancestors 'none'" always;
}}"""


@click.command("admin")
@project_argument
@click.option(
    "--backend", type=click.Choice(["gitlab", "github"]), default="gitlab", show_default=True
)
@click.option("--repo", required=True, help="กลุ่ม/โครงการ · group/project")
@click.option("--branch", default="main", show_default=True)
@click.option("--app-id", default="", help="Application ID ใน GitLab · of the application there")
@click.option("--host", default="https://gitlab.com", show_default=True, help="GitLab")
@click.option("--sign-in", default="", help="เครื่องที่รับการเข้าสู่ระบบ GitHub · OAuth server")
@click.option(
    "--script", required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="ไฟล์ decap-cms.js · the script of Decap CMS",
)  # fmt: skip
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), default=None,
    help="โฟลเดอร์ของเว็บไซต์ (public ในโครงการ) · where the site is",
)  # fmt: skip
@language_option
def command(folder: Path, script: Path, out: Path | None, language: Language, **host: Any) -> None:
    """สร้างหน้า /admin/ สำหรับแก้ข้อมูลบน GitLab หรือ GitHub (a page to edit on a git host)."""
    project = open_project(folder, language)
    from itagen.edit.decap import Backend, admin_files, admin_policy, is_pinned
    from itagen.edit.save import write_whole
    from itagen.edit.seen import see

    backend = Backend(host.pop("backend"), **host)
    _refuse_unfinished(backend, language)
    data = script.read_bytes()
    if not is_pinned(data):
        raise click.UsageError(_not_pinned(language))
    target = (out or project.root / "public") / "admin"
    for name, content in admin_files(see(project), backend, data).items():
        write_whole(target / name, content)
    click.echo(f"{'เขียนแล้วที่' if language == 'th' else 'written to'} {target}")
    click.echo(_NGINX.format(policy=admin_policy(backend)))


def _refuse_unfinished(backend: Any, language: Language) -> None:
    if backend.name == "gitlab" and not backend.app_id:
        raise click.UsageError(
            "ระบุ --app-id คือ Application ID ที่ลงทะเบียนไว้ใน GitLab"
            if language == "th"
            else "name the application that is registered at GitLab with --app-id"
        )
    if backend.name == "github" and not backend.sign_in:
        raise click.UsageError(
            "ระบุ --sign-in คือที่อยู่ของเครื่องที่รับการเข้าสู่ระบบ GitHub (GitLab ไม่ต้องมีเครื่องนี้)"
            if language == "th"
            else "GitHub needs a server that signs in: name it with --sign-in (GitLab needs none)"
        )


def _not_pinned(language: Language) -> str:
    from itagen.edit.decap import INTEGRITY, VERSION

    get = f"npm pack decap-cms@{VERSION} (dist/decap-cms.js)"
    if language == "th":
        return f"ไฟล์นี้ไม่ใช่ decap-cms.js รุ่น {VERSION} ที่ลองแล้ว ให้ใช้ {get}\n{INTEGRITY}"
    return f"this is not decap-cms.js {VERSION}, which was tried; take it from {get}\n{INTEGRITY}"
