"""The part of JSON Schema (2020-12) that the form of the data files uses; any other keyword is an error."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "boolean": (bool,),
    "null": (type(None),),
    "array": (list,),
    "object": (dict,),
}
Rule = dict[str, Any]


def problems(instance: Any, schema: Rule) -> list[str]:
    """One line for each; none for an instance that the schema allows."""
    return list(_At("$", schema).check(instance, schema))


@dataclass(frozen=True)
class _At:
    """A place in an instance, and the whole schema."""

    where: str
    schema: Rule

    def check(self, value: Any, rule: Rule) -> Iterator[str]:
        for keyword in rule:
            yield from _KEYWORDS[keyword](self, value, rule)

    def said(self, _: Any, __: Rule) -> Iterator[str]:
        """A keyword that constrains nothing."""
        yield from ()

    def reference(self, value: Any, rule: Rule) -> Iterator[str]:
        yield from self.check(value, self.schema["$defs"][rule["$ref"].removeprefix("#/$defs/")])

    def any_of(self, value: Any, rule: Rule) -> Iterator[str]:
        tried = [list(self.check(value, option)) for option in rule["anyOf"]]
        if all(tried):
            yield min(tried, key=len)[0]

    def type(self, value: Any, rule: Rule) -> Iterator[str]:
        wanted = rule["type"]
        if not isinstance(value, _TYPES[wanted]) or (isinstance(value, bool) and wanted != "boolean"):
            yield f"{self.where}: {value!r} is no {wanted}"

    def enum(self, value: Any, rule: Rule) -> Iterator[str]:
        if value not in rule["enum"]:
            yield f"{self.where}: {value!r} is none of {rule['enum']}"

    def format(self, value: Any, rule: Rule) -> Iterator[str]:
        if rule["format"] != "date" or (isinstance(value, str) and not _is_day(value)):
            yield f"{self.where}: {value!r} is no {rule['format']}"

    def required(self, value: Any, rule: Rule) -> Iterator[str]:
        if isinstance(value, dict):
            yield from (f"{self.where}: no {key}" for key in rule["required"] if key not in value)

    def properties(self, value: Any, rule: Rule) -> Iterator[str]:
        for key, item in value.items() if isinstance(value, dict) else ():
            if key in rule["properties"]:
                yield from _At(f"{self.where}.{key}", self.schema).check(item, rule["properties"][key])

    def others(self, value: Any, rule: Rule) -> Iterator[str]:
        for key, item in value.items() if isinstance(value, dict) else ():
            if key not in rule.get("properties", {}):
                yield from _At(f"{self.where}.{key}", self.schema).check(item, rule["additionalProperties"])

    def items(self, value: Any, rule: Rule) -> Iterator[str]:
        for number, item in enumerate(value if isinstance(value, list) else ()):
            yield from _At(f"{self.where}[{number}]", self.schema).check(item, rule["items"])


def _is_day(words: str) -> bool:
    try:
        return bool(datetime.date.fromisoformat(words))
    except ValueError:
        return False


_KEYWORDS: dict[str, Callable[[_At, Any, Rule], Iterator[str]]] = {
    **dict.fromkeys(("$schema", "$id", "$defs", "title", "description", "discriminator"), _At.said),
    "$ref": _At.reference,
    "anyOf": _At.any_of,
    "type": _At.type,
    "enum": _At.enum,
    "format": _At.format,
    "required": _At.required,
    "properties": _At.properties,
    "additionalProperties": _At.others,
    "items": _At.items,
}
