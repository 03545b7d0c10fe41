"""What a host should send with the pages: nothing foreign runs, nothing is framed, https stays."""

from __future__ import annotations

from collections.abc import Iterable
from re import escape

_YEAR = 31_536_000
_SENT = {
    "Strict-Transport-Security": f"max-age={_YEAR}",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_KEPT = f"public, max-age={_YEAR}, immutable"
_FRESH = "public, max-age=300"
_CORS = "Access-Control-Allow-Origin"
_ATOM, _JSON_FEED = "application/atom+xml", "application/feed+json"
_CSV = "text/csv; charset=utf-8"
_FEEDS = {
    "/feed.xml": _ATOM,
    "/feed.json": _JSON_FEED,
    "/:stream/feed.xml": _ATOM,
    "/:stream/feed.json": _JSON_FEED,
}


def policy(form_targets: Iterable[str] = ()) -> str:
    """The Content-Security-Policy of every page, as a page may say it of itself.

    Objects of the site itself are let in: Safari counts a PDF that is opened as one.

    Args:
        form_targets: origins that forms are sent to; `'self'` for the host of the site.
    """
    forms = " ".join(form_targets) or "'self'"
    return (
        "default-src 'none'; base-uri 'none'; connect-src 'self'; font-src 'self'; "
        f"form-action {forms}; img-src 'self'; object-src 'self'; script-src 'self'; "
        "style-src 'self'"
    )


def headers_file(rules: str) -> bytes:
    """The file `_headers` that Netlify and Cloudflare Pages read."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in _sent(rules))]
    lines += ["/static/*", f"  Cache-Control: {_KEPT}"]
    for path in ("/data/*", *_FEEDS):
        lines += [path, f"  {_CORS}: *", f"  Cache-Control: {_FRESH}"]
    for path, kind in {"/data/items.csv": _CSV, **_FEEDS}.items():
        lines += [path, f"  Content-Type: {kind}"]
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def nginx_snippet(rules: str, base: str = "/") -> str:
    """The same for nginx, to stand in its `server` block; what lies beside `base` is left alone."""
    sent = [f'add_header {name} "{value}" always;' for name, value in _sent(rules)]
    opened = [*sent, f'add_header {_CORS} "*";', _cached(_FRESH)]
    lines = [
        f"location {base} {{",
        *(f"    {line}" for line in (*sent, _cached("no-cache"))),
        f"    error_page 404 {base}404.html;",
        r"    location ~ /\.(?!well-known) { return 404; }",
        *_location(f"{base}static/", [*sent, _cached(_KEPT)]),
        *_location(f"{base}data/", opened),
        *_location(f"= {base}data/items.csv", [*opened, "types { }", f'default_type "{_CSV}";']),
        *_location(rf"~ ^{escape(base)}(?:[^/]+/)?feed\.(?:xml|json)$",
                   [*opened, f"types {{ {_ATOM} xml; {_JSON_FEED} json; }}"]),
        "}",
    ]  # fmt: skip
    return "".join(f"{line}\n" for line in lines)


def _sent(rules: str) -> tuple[tuple[str, str], ...]:
    """Every header; framing can be forbidden in a header alone."""
    return (("Content-Security-Policy", f"{rules}; frame-ancestors 'none'"), *_SENT.items())


def _cached(how: str) -> str:
    return f'add_header Cache-Control "{how}";'


def _location(path: str, lines: Iterable[str]) -> list[str]:
    return [f"    location {path} {{", *(f"        {line}" for line in lines), "    }"]
