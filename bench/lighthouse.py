"""Lighthouse's figures for a phone: medians of three runs on three pages of the example.

`make lighthouse` prints them. The example is served on this machine as a static host would send it;
nothing else is asked for over the network.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from itagen.pipeline import build_site
from itagen.project import Project
from tests.browser.host import served
from tests.browser.sites import read_pages
from tests.projects import ROOT

LIGHTHOUSE = ROOT / "tests" / "browser" / "node_modules" / "lighthouse" / "cli" / "index.js"
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium"
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
RUNS = 3


def run(address: str) -> dict[str, Any]:
    """One report for a page, in the phone settings that Lighthouse takes by itself."""
    command = ["node", str(LIGHTHOUSE), address, "--quiet", "--output=json", "--output-path=stdout"]
    command += [f"--chrome-flags={FLAGS}", f"--only-categories={','.join(CATEGORIES)}"]
    environment = {**os.environ, "CHROME_PATH": CHROMIUM}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def scores(report: dict[str, Any]) -> dict[str, float]:
    return {name: 100 * (report["categories"][name]["score"] or 0) for name in CATEGORIES}


def shortcomings(report: dict[str, Any]) -> list[str]:
    """The audits that cost points, by category."""
    found = []
    for name in CATEGORIES:
        for part in report["categories"][name]["auditRefs"]:
            audit = report["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                found.append(f"{name}: {audit['title']} ({audit.get('displayValue', '')})")
    return found


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build_site(Project(ROOT), site)
        pages = sorted(read_pages(site), key=lambda page: -page.size)
        chosen = [next(p for p in pages if p.type == kind) for kind in ("home", "list", "item")]
        print(f"{'page':20}" + "".join(f"{name:>16}" for name in CATEGORIES))
        with served(site) as origin:
            for page in chosen:
                reports = [run(origin + page.address) for _ in range(RUNS)]
                runs = [scores(report) for report in reports]
                medians = [statistics.median(one[name] for one in runs) for name in CATEGORIES]
                print(f"{page.address:20}" + "".join(f"{value:16.0f}" for value in medians))
                for line in sorted({line for report in reports for line in shortcomings(report)}):
                    print(f"  {line}")


if __name__ == "__main__":
    main()
