"""The agency as its home page tells of it to machines, out of what agency.yaml says."""

from __future__ import annotations

from itagen.head_view import HeadView
from itagen.plan_document import file_address, outside_link
from itagen.plan_ways import Ways
from itagen.structured import Organization


def organization_head(ways: Ways) -> HeadView:
    """The head of the home page."""
    agency = ways.site.agency
    thai, english = agency.words("name"), agency.words("name_en")
    name = ways.say(thai, english or thai)
    others = (other for other in (thai, english, agency.words("short")) if other and other != name)
    phones = (fact.text.text for fact in agency.facts.get("phones", ()) if fact.text)
    links = (
        outside_link(fact.link.text, "") for fact in agency.facts.get("social", ()) if fact.link
    )
    emblem = agency.emblem
    told = Organization(
        name,
        tuple(dict.fromkeys(others)),
        agency.words("address"),
        tuple(phones),
        agency.words("fax"),
        agency.words("email"),
        file_address(ways.site, "agency", emblem.image) if emblem else "",
        tuple(link.href for link in links if link.href),
    )
    return HeadView(subject=told)
