"""Where the data that comes with itagen lies: beside the package, or in a wheel inside it."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped_folder() -> Path:
    """The folder that holds `schema/` and `themes/`.

    A wheel carries a copy inside the package. A checkout and an editable install have none there,
    so that the files of the checkout itself are read and never a stale copy.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    inside = _PACKAGE / "shipped_data"
    folder = inside if inside.is_dir() else _PACKAGE.parent
    if not (folder / "schema" / "editions").is_dir():
        raise FileNotFoundError(f"itagen is not installed completely: no schema/ in {folder}")
    return folder
