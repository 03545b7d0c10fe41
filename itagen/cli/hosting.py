"""`itagen hosting`."""

from __future__ import annotations

from pathlib import Path

import click

from itagen.cli.options import language_option, open_project, project_argument
from itagen.diagnostics import Language
from itagen.headers import nginx_snippet, policy
from itagen.plan_form import form_targets
from itagen.read_site import read_site
from itagen.render import base_path


@click.command("hosting")
@project_argument
@language_option
def command(folder: Path, language: Language) -> None:
    """แสดงการตั้งค่า nginx ของเว็บไซต์นี้ (settings for nginx).

    Netlify และ Cloudflare Pages อ่านไฟล์ _headers ในเว็บไซต์เอง (those read the file _headers).
    """
    site = read_site(open_project(folder, language))
    base = base_path(site.agency.words("site_url"))
    click.echo(nginx_snippet(policy(form_targets(site)), base), nl=False)
