"""What can be told from an address: sign-in pages, drives, places for trying things out."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

from itagen.links.guard import in_figures

_SIGN_IN = {
    "Google": ("accounts.google.com", "accounts.youtube.com"),
    "Microsoft": ("login.microsoftonline.com", "login.live.com", "login.microsoft.com"),
    "LINE": ("access.line.me", "account.line.biz"),
}
_SIGN_IN_PAGES = {
    "Facebook": (("facebook.com",), re.compile(r"/(?:login|checkpoint|r[.]php)\b")),
    "Messenger": (("messenger.com",), re.compile(r"/login\b")),
    "Instagram": (("instagram.com",), re.compile(r"/accounts/login\b")),
    "X": (("x.com", "twitter.com"), re.compile(r"/(?:i/flow/)?login\b")),
    "Microsoft": (("sharepoint.com",), re.compile(r"/_layouts/15/(?:authenticate|accessdenied)")),
}
_ALWAYS_SIGNED_IN = {"m.me": "Messenger", "messenger.com": "Messenger"}
_SHY = ("facebook.com", "fb.com", "fb.me", "fb.watch", "instagram.com", "x.com", "twitter.com",
        "tiktok.com", "linkedin.com", "shopee.co.th")  # fmt: skip
_OWN_SIGN_IN = re.compile(r"/(?:wp-login[.]php|log-?in|sign-?in|signin|account/login)(?:[./]|$)")
_DRIVE = ("drive.google.com", "docs.google.com", "sites.google.com", "forms.gle")
_FOLDER = re.compile(
    r"^/(?:drive/(?:u/\d+/)?(?:mobile/)?folders/|folderview|embeddedfolderview|drive/)"
)
_TRIAL_LABEL = re.compile(
    r"(?:test|testing|dev|develop|staging|stage|uat|demo|beta|sandbox|preview|tmp|temp)"
    r"(?:[0-9]+|-.*)?|.*-(?:test|dev|staging|uat|demo)|deploy-preview-.*|.*--.*"
)
_TRIAL_HOSTS = ("ngrok.io", "ngrok.app", "ngrok-free.app", "trycloudflare.com", "loca.lt")
_AGENCY = re.compile(r"(?:.*[.])?([^.]+[.]go[.]th)")
_FILES = ("pdf", "xls", "xlsx", "doc", "docx", "ppt", "pptx", "csv", "zip", "jpg", "jpeg", "png")


def sign_in(address: str) -> str:
    """The service whose sign-in page an address is; empty for any other page."""
    parts = _split(address)
    host, path = _host(parts), parts.path.lower()
    for service, hosts in _SIGN_IN.items():
        if host in hosts:
            return service
    for service, (domains, pattern) in _SIGN_IN_PAGES.items():
        if _is_of(host, domains) and pattern.match(path):
            return service
    return ""


def always_signed_in(address: str) -> str:
    """The service of an address that nobody opens without signing in."""
    return _ALWAYS_SIGNED_IN.get(_host(_split(address)), "")


def own_sign_in(address: str) -> bool:
    """Whether a path has the name of a sign-in page of any site."""
    return bool(_OWN_SIGN_IN.search(_split(address).path.lower()))


def is_shy(address: str) -> bool:
    """Whether a host shows people what it keeps from programs."""
    return _is_of(_host(_split(address)), _SHY)


def is_drive(address: str) -> bool:
    """Whether something shared from a Google account is meant."""
    return _host(_split(address)) in _DRIVE


def is_drive_folder(address: str) -> bool:
    """Whether it is a folder of a drive, not a file."""
    parts = _split(address)
    return _host(parts) == "drive.google.com" and bool(_FOLDER.match(parts.path))


def is_closed_form(address: str) -> bool:
    """Whether it is a form that takes no more answers."""
    parts = _split(address)
    return _host(parts) == "docs.google.com" and parts.path.endswith("/closedform")


def is_trial(address: str) -> bool:
    """Whether a host is one for trying things out, or has no name at all."""
    host = _host(_split(address))
    label = host.partition(".")[0]
    is_coded = label.startswith("xn--")
    named = not is_coded and bool(_TRIAL_LABEL.fullmatch(label))
    return named or _is_of(host, _TRIAL_HOSTS) or in_figures(host) is not None


def agency_domain(address: str) -> str:
    """`example.go.th` of any host below it; empty for others than agencies."""
    found = _AGENCY.fullmatch(_host(_split(address)))
    return found[1] if found else ""


def file_ending(address: str) -> str:
    """`pdf` where an address names a file; empty where it may be a page."""
    ending = _split(address).path.rpartition(".")[2].lower()
    return ending if ending in _FILES else ""


def host_of(address: str) -> str:
    """The host of an address, as people write it."""
    return _split(address).hostname or ""


def leads_home(address: str, end: str) -> bool:
    """Whether a page deep in a site was answered with a home page."""
    asked, ended = _split(address), _split(end)
    is_home = re.fullmatch(r"/?(?:(?:th/?|home/?)|(?:index|home|default)[.]\w+)?", ended.path)
    is_deep = asked.path.strip("/") or asked.query
    same = agency_domain(address) == agency_domain(end) if agency_domain(address) else (
        _host(asked) == _host(ended)
    )  # fmt: skip
    return bool(
        end and is_home and is_deep and same and asked.path.strip("/") != ended.path.strip("/")
    )


def _split(address: str) -> SplitResult:
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def _host(parts: SplitResult) -> str:
    return (parts.hostname or "").lower().rstrip(".").removeprefix("www.")


def _is_of(host: str, domains: tuple[str, ...]) -> bool:
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)
