"""Typed YAML: front matter and settings files, read into msgspec types with errors that name the line."""

import re
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, TypeVar

import msgspec
import msgspec.inspect
import yaml

from mkdocs_briefings.errors import BriefingsError

_FENCE = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_OPEN_FENCE = re.compile(r"---[ \t]*\r?\n")
_FIELD = re.compile(r"[^.\[\]`$]+|\d+")
_STRING, _SEQUENCE, _MAPPING = (f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map"))
_SCALARS = (
    ("bool", r"true|false", "tf"),
    ("int", r"[-+]?(?:0|[1-9][0-9]*)", "-+0123456789"),
    ("float", r"[-+]?[0-9]+\.[0-9]+", "-+0123456789"),
)
_MOST_REPEATED = 100_000  # values
T = TypeVar("T")


@cache
def _loader() -> type[Any]:
    """YAML 1.2's scalars: a word list may hold `on` and `no`, `17:00` is no number, and types tell what is a date."""
    base: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one where it is there

    class Loader(base):  # type: ignore[misc]  # typed as nothing
        yaml_implicit_resolvers: ClassVar = {
            first: [pair for pair in pairs if pair[0].rpartition(":")[2] not in ("bool", "int", "float", "timestamp")]
            for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }

    for tag, pattern, first in _SCALARS:
        Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))
    return Loader


def read_text(path: Path, *, shown: Path, error: type[BriefingsError]) -> str:
    """The text of a UTF-8 file, line ends as they are.

    Raises:
        BriefingsError: as `error`, with the line of the first byte that is not UTF-8.
    """
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = raw.count(b"\n", 0, wrong.start) + 1
        found = raw[wrong.start : wrong.start + 8].decode("latin-1")
        raise error("file is not UTF-8", path=shown, line=line, found=found, expected="text saved as UTF-8") from None


def split_front_matter(text: str, *, path: Path, error: type[BriefingsError]) -> tuple[str | None, str]:
    """The YAML between two `---` lines at the very top, or None, and the rest of the text.

    Raises:
        BriefingsError: as `error`, where the first line opens front matter and none closes it.
    """
    match = _FENCE.match(text)
    if not match and _OPEN_FENCE.match(text):
        raise error("front matter is not closed", path=path, line=1, expected="a second line of `---` after it")
    return (match[1], text[match.end() :]) if match else (None, text)


def parse(yaml_text: str, into: type[T], *, path: Path, error: type[BriefingsError], first_line: int = 1) -> T:
    """Read YAML into a type.

    Args:
        first_line: the line of the file on which `yaml_text` starts.

    Raises:
        BriefingsError: as `error`, with the file, the line and what is wrong, be it YAML's grammar, a key
            given twice, an unknown key or a value of the wrong type.
    """
    try:
        tree, data = _loaded(yaml_text)
        twice = _given_twice(tree)
    except yaml.MarkedYAMLError as wrong:
        line = first_line + (wrong.problem_mark.line if wrong.problem_mark else 0)
        good = "`key: value`, quoted where it holds a colon"
        raise error(f"broken YAML: {wrong.problem}", path=path, line=line, expected=good) from None
    except (yaml.YAMLError, ValueError, RecursionError) as wrong:  # a character or tag that does not fit, a circle
        raise error(f"broken YAML: {wrong}", path=path, line=first_line) from None
    if twice:
        line = first_line + twice.start_mark.line
        raise error(f"key `{twice.value}` given twice", path=path, line=line, expected="each key once")
    try:
        return msgspec.convert(data, into)
    except msgspec.ValidationError as wrong:
        problem, steps, expected = _misfit(str(wrong), into)
        raise error(problem, path=path, line=first_line + _line(tree, steps), expected=expected) from None


def line_of(yaml_text: str, steps: list[str]) -> int:
    """The line of YAML text, from 1, on which the value at the end of a path of keys and indices starts."""
    return 1 + _line(_loader()(yaml_text).get_single_node(), steps)


def _loaded(yaml_text: str) -> tuple[yaml.Node | None, Any]:
    """The tree, which knows lines, and the values; an empty text is an empty mapping."""
    loader = _loader()(yaml_text)
    tree = loader.get_single_node()
    if tree and "*" in yaml_text and "&" in yaml_text:
        _check_aliases(tree)
    return tree, _values(tree, loader) if tree else {}


def _check_aliases(tree: yaml.Node) -> None:
    """Raises MarkedYAMLError where aliases of aliases stand for so many values that reading them takes forever."""
    sizes: dict[int, int] = {}

    def size(node: yaml.Node) -> int:
        known = sizes.get(id(node))
        if known is None:
            inner = node.value if isinstance(node, yaml.CollectionNode) else ()
            pairs = isinstance(node, yaml.MappingNode)
            known = 1 + sum(size(each) for item in inner for each in (item if pairs else (item,)))
            sizes[id(node)] = known
        return known

    if size(tree) > len(sizes) + _MOST_REPEATED:
        raise yaml.MarkedYAMLError(
            problem=f"aliases stand for more than {_MOST_REPEATED} values", problem_mark=tree.start_mark
        )


def _values(node: yaml.Node, loader: Any) -> Any:
    """What a node says; what files are mostly made of without the loader's detours, which take six times as long."""
    if _is_string(node):
        return node.value
    if isinstance(node, yaml.SequenceNode) and node.tag == _SEQUENCE:
        return [_values(item, loader) for item in node.value]
    if isinstance(node, yaml.MappingNode) and node.tag == _MAPPING and all(_is_string(key) for key, _ in node.value):
        return {key.value: _values(value, loader) for key, value in node.value}
    return loader.construct_object(node, deep=True)


def _is_string(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag == _STRING


def _misfit(message: str, into: type) -> tuple[str, list[str], str | None]:
    """What msgspec says: the problem, the path to it, and at the top of a file the keys there are."""
    problem, _, where = message.partition(" - at ")
    steps = _FIELD.findall(where)
    unknown = re.search(r"unknown field `([^`]*)`", problem)
    if re.match(r"Expected `str.*got `(?:int|float|bool)`", problem):
        return "a number where words are expected", steps, "quotation marks around it"
    if problem.startswith("Invalid enum value"):
        return problem[:1].lower() + problem[1:], steps, _choices(into, steps)
    if "RFC3339 encoded date" in problem:
        return "not a date", steps, "YYYY-MM-DD"
    if not unknown:
        return problem[:1].lower() + problem[1:], steps, None
    known = [field.name for field in msgspec.structs.fields(into)] if not steps else []
    expected = f"one of {', '.join(known)}" if known else None
    return f"unknown key `{unknown[1]}`", [*steps, unknown[1]], expected


def _choices(into: type, steps: list[str]) -> str | None:
    """The values that a setting can have, where they are few."""
    found: Any = msgspec.inspect.type_info(into)
    for step in steps:
        kinds = found.types if isinstance(found, msgspec.inspect.UnionType) else (found,)
        for kind in kinds:
            if isinstance(kind, msgspec.inspect.StructType):
                found = next((field.type for field in kind.fields if field.name == step), found)
            elif isinstance(kind, msgspec.inspect.ListType):
                found = kind.item_type
    kinds = found.types if isinstance(found, msgspec.inspect.UnionType) else (found,)
    literal = next((kind for kind in kinds if isinstance(kind, msgspec.inspect.LiteralType)), None)
    return f"one of {', '.join(map(str, literal.values))}" if literal else None


def _line(node: yaml.Node | None, steps: list[str]) -> int:
    """How many lines below the top the value at the end of the path starts, as near as the path leads."""
    line = 0
    for step in steps:
        if isinstance(node, yaml.MappingNode):
            found = next(((key, value) for key, value in node.value if key.value == step), None)
            if not found:
                break
            line, node = found[0].start_mark.line, found[1]
        elif isinstance(node, yaml.SequenceNode) and step.isdigit() and int(step) < len(node.value):
            node = node.value[int(step)]
            line = node.start_mark.line
        else:
            break
    return line


def _given_twice(node: yaml.Node | None) -> yaml.ScalarNode | None:
    """The second of two equal keys of one mapping, wherever it stands."""
    if isinstance(node, yaml.SequenceNode):
        return next(filter(None, map(_given_twice, node.value)), None)
    if not isinstance(node, yaml.MappingNode):
        return None
    seen: set[str] = set()
    for key, value in node.value:
        if isinstance(key, yaml.ScalarNode) and key.value in seen:
            return key
        seen.add(str(key.value))
        if twice := _given_twice(value):
            return twice
    return None
