"""Where `itagen serve` and `itagen edit` listen, what is said where they cannot, and of builds."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import click

from itagen.cli.seen_from import from_here
from itagen.diagnostics import Language, Words
from itagen.reporters import summary, text

if TYPE_CHECKING:
    from itagen.serve.builds import Built
    from itagen.serve.place import Place

_STANDS = Words("ยังแสดงหน้าเดิมที่ใช้ได้", "the last good site stands")


def listening(host: str | None, port: int | None, language: Language) -> Place:
    """Where to serve: this machine alone, unless another address is named.

    Raises:
        click.UsageError: the port is taken, or the address is not of this machine.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # livereload, on Windows
        from itagen.serve import live  # noqa: F401
    from itagen.serve.place import HERE, NoHostError, NoPortError, listen

    try:
        return listen(HERE if host is None else host, port)
    except NoPortError as error:
        said = Words(
            f"พอร์ต {error} มีโปรแกรมอื่นใช้อยู่ ให้ระบุพอร์ตอื่นด้วย --port",
            f"port {error} is taken; name another with --port",
        )
    except NoHostError as error:
        said = Words(
            f"เครื่องนี้ไม่มีที่อยู่ {error} ใช้ --host 0.0.0.0 เพื่อเปิดให้ทั้งเครือข่าย",
            f"this machine has no address {error}; --host 0.0.0.0 opens it to the network",
        )
    raise click.UsageError(said.say(language))


def tell_build(built: Built, root: Path, address: str, language: Language) -> None:
    """Print what a build found, and below it where to look: what it found may fill the screen."""
    found = from_here(built.found, root)
    said = built.bug or (text(found, (), language) if found else summary(found, language))
    click.echo("\n".join([said, *([] if built.stands else [_STANDS.say(language)]), address]))
