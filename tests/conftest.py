"""What holds for every test: hypothesis looks at answers, never at the clock."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("itagen", deadline=None)
settings.load_profile("itagen")
