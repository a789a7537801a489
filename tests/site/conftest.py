"""A small desk for each test."""

from pathlib import Path

import pytest

from tests.site.desks import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk.made_in(tmp_path)
