"""itagen checks and publishes what a Thai public agency must disclose (the OIT list of ITA)."""

__version__ = "0.1.0"
