"""The parts of the pass that finds quotations, in the order they work.

marks pairs quotation marks; folding makes each quoted stretch one item and each item one letter; cues finds words of
speech and thought; frames reads what follows them, sources who is before or after them; attributions joins these
sentence by sentence; speech hands speakers on to quotations without a cue; media and speakers add what carried a
statement, and whose it is.
"""
