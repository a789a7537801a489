"""The same briefings in forms that other programs read."""
