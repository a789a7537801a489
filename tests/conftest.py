"""What all tests share."""

import os

from hypothesis import settings

# Under load a test may take longer than Hypothesis expects, and a change should not fail for examples
# that had nothing to do with it: new examples are looked for at the desk, not in CI.
settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "desk")
