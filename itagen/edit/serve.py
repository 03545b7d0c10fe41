"""`itagen edit`: the server of the preview, with the editor's addresses before the site's."""

from __future__ import annotations

from collections.abc import Callable

from tornado.httputil import ParseBodyConfig, ParseMultipartConfig, set_parse_body_config

from itagen.edit.commit import Person
from itagen.edit.desk import Desk
from itagen.edit.handlers import routes
from itagen.serve.builds import Built
from itagen.serve.place import Place
from itagen.serve.preview import Preview
from itagen.serve.server import serve

_MOST_INPUTS = 20_000


def edit(
    preview: Preview, place: Place, person: Person | None, told: Callable[[Built], None]
) -> None:
    """Serve the editor and the preview until interrupted.

    Args:
        preview: of the project.
        place: where to listen, on this machine.
        person: in whose name each save is committed; None: none is.
        told: what to do with the end of each build.
    """
    # A form of many rows sends more inputs than tornado takes unasked; the guard limits its bytes.
    set_parse_body_config(ParseBodyConfig(multipart=ParseMultipartConfig(max_parts=_MOST_INPUTS)))
    serve(preview, place, told, routes(Desk(preview.project, person)))
