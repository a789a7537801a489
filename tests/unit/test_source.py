"""Source articles are read as they came; what cannot be read is named."""

import datetime
import hashlib
from pathlib import Path

import pytest

from mkdocs_briefings.errors import SourceError
from mkdocs_briefings.source import read_source, read_sources


def write(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_the_text_is_every_character_in_order(tmp_path: Path) -> None:
    words = "  Café “talks”\r\n\r\nended.\n"
    source = read_source(write(tmp_path, "a.txt", words), tmp_path)
    assert source.text == words
    assert source.sha256 == hashlib.sha256(words.encode()).hexdigest()


def test_front_matter_says_what_the_publisher_stated(tmp_path: Path) -> None:
    path = write(tmp_path, "sub/b.md", "---\nheadline: Talks end\ndate_published: 2025-08-08\n---\nThey ended.\n")
    source = read_source(path, tmp_path)
    assert (source.id, source.headline, source.date_published) == ("sub/b", "Talks end", datetime.date(2025, 8, 8))
    assert source.text == "They ended.\n"


def test_sources_come_in_the_order_of_their_paths_and_other_files_are_left_alone(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c/d.TXT", "notes.json", ".hidden.txt", ".git/e.txt"):
        write(tmp_path, name, "Words.")
    assert [source.id for source in read_sources(tmp_path, tmp_path)] == ["a", "b", "c/d"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", r"a\.txt:1: article is empty"),
        (b" \n\n", r"a\.txt:1: article is empty"),
        (b"---\nheadline: A\n---\n", r"a\.txt:1: article is empty"),
        (b"One\nTw\xf6\n", r"a\.txt:2: file is not UTF-8"),
        (b"---\nheadline: a: b\n---\nWords.", r"a\.txt:2: broken YAML"),
        (b"---\nheadline: A\nWords.", r"a\.txt:1: front matter is not closed"),
        (b"---\nheadlin: A\n---\nWords.", r"a\.txt:2: unknown key `headlin`; expected one of headline"),
        (b"---\ndate_published: soon\n---\nWords.", r"a\.txt:2: not a date; expected YYYY-MM-DD"),
    ],
)
def test_what_cannot_be_read_is_named_with_file_and_line(tmp_path: Path, content: bytes, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        read_source(write(tmp_path, "a.txt", content), tmp_path)


def test_two_articles_with_one_id_are_an_error(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "Words.")
    write(tmp_path, "a.txt", "Words.")
    with pytest.raises(SourceError, match=r"a\.txt: article has the id of .*a\.md"):
        list(read_sources(tmp_path, tmp_path))


def test_paths_are_shown_as_they_stand_below_the_desk(tmp_path: Path) -> None:
    write(tmp_path, "content/arts/a.txt", "Words.")
    (source,) = read_sources(tmp_path / "content/arts", tmp_path)
    assert (source.id, source.path) == ("a", Path("content/arts/a.txt"))


def test_a_folder_without_articles_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    with pytest.raises(SourceError, match=r"seeds: no source articles; expected at least one"):
        list(read_sources(tmp_path / "seeds", tmp_path))


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="missing"):
        list(read_sources(tmp_path / "nowhere", tmp_path))
