"""Addresses outside the site, asked over the network; nothing else in itagen opens a connection."""
