"""The server of `itagen serve`, on which `itagen edit` stands too.

`server.serve(preview, place, told, more)` builds, serves, watches and reloads browsers until it is
interrupted. What answers requests is a list of `routes.Route`; whoever needs more gives
`more(preview)`, which returns routes that are asked before those of the site:

    def more(preview: Preview) -> list[Route]:
        given = {"preview": preview}
        return [Route(r"/_edit/(?P<item>[a-z0-9-]+)/", Form, given, posts=True, most=50_000_000)]

    class Form(Handler):                       # handler.Handler: headers, errors, no caching
        def initialize(self, preview: Preview) -> None: ...
        def get(self, item: str) -> None: ...  # named groups of the pattern, percent-decoded once
        def post(self, item: str) -> None: ...

Every request passes `guard.Guard` before any handler is made, also those of websockets and of
routes given by others: a foreign Host or Origin, a method or a body that the route does not take,
a POST from another machine never reach one. A route says itself that it takes POST (`posts`) and
how many bytes (`most`). Addresses that begin with `/_` are the server's own: no site has any.

`Preview` (preview.py) is what handlers share: the project, how the last build ended
(`preview.built`), the folder with the last good site. A change on disk is built by itself: a
handler that saves a file only has to save it.

    guard       may this request be answered?          handler     what all answers have in common
    changes     what changed on disk, once             site_files  a file of the built site
    builds      one after another, elsewhere           live        browsers that wait for a reload
    routes      requests to handlers                   notice      findings as HTML, over the site
    preview     what handlers share                    status_page how far the year is
    place       where it listens                       opening     a file, in its own program
    built_site  what the manifest names                own_pages   the server's own addresses
    server      all together, until interrupted
"""
