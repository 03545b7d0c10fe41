"""What pages show of the agency itself."""

from __future__ import annotations

from itagen.part_views import PartView
from itagen.plan_document import file_address
from itagen.site import Site


def emblem_view(site: Site) -> PartView | None:
    """The agency's emblem: `image`, its address on the site, and `alt`; None where it has none."""
    emblem = site.agency.emblem
    image = file_address(site, "agency", emblem.image) if emblem else ""
    if emblem is None or not image:
        return None
    alt = emblem.alt.text if emblem.alt else f"ตราสัญลักษณ์{site.agency.words('name')}"
    return PartView(image=image, alt=alt)
