"""Annotated geopolitical briefings from source articles, as a MkDocs plugin."""

__version__ = "0.1.0"
