"""The host of these tests answers as static hosts do."""

from __future__ import annotations

from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import brotli
import pytest

from tests.browser.host import headers_of, parse_headers, served

RULES = """
# for every page
/*
  X-Frame-Options: DENY
  Cache-Control: no-cache
/static/*
  Cache-Control: public, max-age=31536000
/news/:post/
  X-Post: yes
"""


def test_header_rules_are_read_as_hosts_read_them() -> None:
    rules = parse_headers(RULES)
    assert headers_of(rules, "/a") == {"X-Frame-Options": "DENY", "Cache-Control": "no-cache"}
    joined = headers_of(rules, "/static/site.css")["Cache-Control"]
    assert joined == "no-cache, public, max-age=31536000"
    assert "X-Post" in headers_of(rules, "/news/one/")
    assert "X-Post" not in headers_of(rules, "/news/one/two/")


def test_the_host_sends_headers_and_compresses(tmp_path: Path) -> None:
    (tmp_path / "_headers").write_text(RULES, encoding="utf-8")
    (tmp_path / "index.html").write_text("<p>" + "ก" * 500, encoding="utf-8")
    (tmp_path / "404.html").write_text("ไม่พบ", encoding="utf-8")
    with served(tmp_path) as origin:
        asked = Request(f"{origin}/", headers={"Accept-Encoding": "br"})
        with urlopen(asked) as answer:
            assert answer.headers["X-Frame-Options"] == "DENY"
            assert brotli.decompress(answer.read()).startswith(b"<p>")
        with pytest.raises(HTTPError) as lost, urlopen(f"{origin}/_headers"):
            pass
        assert lost.value.code == 404 and lost.value.read().decode() == "ไม่พบ"
        lost.value.close()
