"""Audit news articles for source reliability and provenance."""

__version__ = "0.1.0"
