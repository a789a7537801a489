"""The parts of the `resolve` pass: persons, bodies, places, offices and pronouns."""
