"""How the names of a text are found and typed, step by step; see `mentions.py` for the whole."""
