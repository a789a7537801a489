"""The parts of the pass in `annotate/events.py`."""
