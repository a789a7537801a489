"""The parts of the pass in `annotate/quantities.py`."""
