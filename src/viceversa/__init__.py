"""Viceversa: self-hosted reverse mentoring for one organisation."""

__version__ = "0.1.0"
