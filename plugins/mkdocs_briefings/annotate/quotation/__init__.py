"""The parts of the pass that finds quotations, in the order they work.

marks pairs quotation marks; folding makes each quoted stretch one item and each item one letter; cues finds words of
speech and thought; frames reads what follows them and ends how far it goes, before_cue what stands before, sources who
says it; attributions joins these sentence by sentence, each an attribution; nouns reads claims that a noun hands on;
speech hands speakers on to quotations without a cue; media and speakers add what carried a statement, and whose it is.
"""
