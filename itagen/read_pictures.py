"""What the headers of a site's pictures tell; they are not decoded."""

from __future__ import annotations

from dataclasses import replace

from itagen.evidence.pictures import ENDINGS, UNSHOWN, ending_of, read_picture
from itagen.project import Project
from itagen.site import Site

_READ = ENDINGS | UNSHOWN


def with_pictures(site: Site, project: Project) -> Site:
    """The same site, its pictures with what is known of them; of an empty file nothing is."""
    read = {
        name: replace(file, picture=read_picture(project.content / file.path))
        for name, file in site.files.items()
        if file.size and ending_of(file.path) in _READ
    }
    return replace(site, files={**site.files, **read}) if read else site
