"""Where things stand on the site: every address is made here, so that none ever changes."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from pathlib import PurePosixPath

from itagen.text import clean

_PLAIN = re.compile(r"[a-z0-9][a-z0-9._-]*")


@lru_cache(maxsize=32768)
def safe_name(name: str) -> str:
    """A file's name on the site: ASCII stays, in lower case; any other is made of its hash.

    The hash is of the normalised name alone, so that replacing the file keeps its address.
    """
    lower = clean(name).casefold()
    if _PLAIN.fullmatch(lower):
        return lower
    digest = hashlib.sha256(clean(name).encode("utf-8")).hexdigest()[:8]
    ending = PurePosixPath(lower).suffix
    return f"file-{digest}{ending if _PLAIN.fullmatch(ending[1:]) else ''}"


def safe_path(path: str) -> str:
    """The address of a file that lies at `path` below content/."""
    return "/".join(safe_name(part) for part in path.split("/"))


def page_file(address: str) -> str:
    """The file that answers an address: `2566/o13/` → `2566/o13/index.html`."""
    return f"{address}index.html" if address.endswith("/") or not address else address


def full_address(site_url: str, address: str) -> str:
    """The address below the site's own, for those who see it elsewhere; a full one stays."""
    return address if "://" in address else f"{site_url.rstrip('/')}/{address}"


def relative(target: str, page: str) -> str:
    """A link from the page at address `page` to `target`, both relative to the site's root.

    Pages are linked by their file, so that a site opened from a folder works as on a host.
    """
    address, mark, fragment = target.partition("#")
    up = "../" * page.count("/")
    if not address.startswith(f"{page.partition('/')[0]}/"):
        return f"{up}{page_file(address)}{mark}{fragment}"
    here = page_file(page).split("/")[:-1]
    there = page_file(address).split("/")
    while here and len(there) > 1 and here[0] == there[0]:
        here, there = here[1:], there[1:]
    return "../" * len(here) + "/".join(there) + mark + fragment
