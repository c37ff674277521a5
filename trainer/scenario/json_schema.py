"""The JSON Schema of format 1, made from the table of keys, for editors that complete.

``python -m trainer.scenario.json_schema`` writes ``docs/scenario-1.schema.json``. What a
schema cannot say (names that have to exist, conditions, files) only ``check`` finds.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from trainer.scenario import keys

if TYPE_CHECKING:
    from collections.abc import Callable

ID: Final = "urn:upstander:schema:scenario-1"
PLACE: Final = Path("docs") / "scenario-1.schema.json"

Schema = dict[str, Any]

_TEXT: Final[Schema] = {"type": ["string", "number", "boolean"], "minLength": 1}


def schema() -> Schema:
    """Give the whole schema."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": ID,
        "title": "Upstander scenario, format 1",
        "$ref": "#/$defs/file",
        "$defs": {name: _shape(shape) for name, shape in keys.SHAPES.items()},
    }


def written() -> str:
    """Give the schema as the text of its file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _shape(shape: keys.Shape) -> Schema:
    """A mapping: its keys, what must be there, what excludes each other."""
    made: Schema = {
        "type": "object",
        "properties": {
            name: {"description": key.doc, **_type(key.type)} for name, key in shape.keys.items()
        },
        "additionalProperties": _type(shape.rest) if shape.rest else False,
    }
    if shape.required:
        made["required"] = list(shape.required)
    if shape.needs_entry:
        made["minProperties"] = 1
    if shape.one_of:
        made["oneOf"] = [{"required": [name]} for name in shape.one_of]
    return {**made, **_ACROSS.get(shape.name, {})}


_ACROSS: Final[dict[str, Schema]] = {
    "scene": {
        "anyOf": [{"required": ["text"]}, {"required": ["lines"]}, {"required": ["stub"]}],
        "dependentRequired": {"timer": ["choices"]},
    },
    "choice": {
        "if": {"required": ["own_words"]},
        "then": {"required": ["points"], "properties": {"fit": False}},
        "else": {"required": ["fit", "feedback"], "properties": {"points": False}},
    },
    "line": {"maxProperties": 2},
}
"""What holds across the keys of a mapping; the builders check the same."""


def _type(kind: keys.Type) -> Schema:
    return _TYPES[type(kind)](kind)


def _number(kind: keys.Number) -> Schema:
    made: Schema = {"type": "integer"}
    if kind.low is not None:
        made["minimum"] = kind.low
    if kind.high is not None:
        made["maximum"] = kind.high
    return made


def _flag(kind: keys.Flag) -> Schema:
    return {"const": True} if kind.only_true else {"type": "boolean"}


def _state_value(_kind: keys.StateValue) -> Schema:
    low, high = keys.STATE_RANGE
    return {"anyOf": [{"type": "boolean"}, {"type": "integer", "minimum": low, "maximum": high}]}


def _effects(kind: keys.Effects) -> Schema:
    value = {"type": "integer"} if kind.adds else _state_value(keys.StateValue())
    return {"type": "object", "additionalProperties": value}


def _list_of(kind: keys.ListOf) -> Schema:
    made: Schema = {"type": "array", "items": _type(kind.item)}
    return {**made, "minItems": 1} if kind.needs_entry else made


def _named(kind: keys.Named) -> Schema:
    names: Schema = {"pattern": f"^{kind.pattern}$"}
    if kind.reserved:
        names["not"] = {"enum": sorted(kind.reserved)}
    made: Schema = {
        "type": "object",
        "propertyNames": names,
        "additionalProperties": _type(kind.item),
    }
    return {**made, "minProperties": 1} if kind.needs_entry else made


def _ways(_kind: keys.Ways) -> Schema:
    ways = {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/way"}}
    return {"anyOf": [{"type": "string", "pattern": f"^{keys.NAME}$"}, ways]}


def _dialogue(_kind: keys.Dialogue) -> Schema:
    line = {"anyOf": [_TEXT, {"$ref": "#/$defs/line"}]}
    return {"type": "array", "minItems": 1, "items": line}


_TYPES: Final[dict[type, Callable[[Any], Schema]]] = {
    keys.Text: lambda _kind: _TEXT,
    keys.Word: lambda kind: {"type": "string", "pattern": f"^{kind.pattern}$"},
    keys.FormatName: lambda _kind: {"const": keys.FORMAT},
    keys.Number: _number,
    keys.Flag: _flag,
    keys.OneOf: lambda kind: {"enum": [str(word) for word in kind.words]},
    keys.Reference: lambda _kind: {"type": "string", "minLength": 1},
    keys.Picture: lambda _kind: {"type": "string", "minLength": 1},
    keys.When: lambda _kind: {"type": ["string", "boolean"], "minLength": 1},
    keys.StateValue: _state_value,
    keys.Effects: _effects,
    keys.ListOf: _list_of,
    keys.Named: _named,
    keys.Ways: _ways,
    keys.Dialogue: _dialogue,
    keys.Shaped: lambda kind: {"$ref": f"#/$defs/{kind.shape}"},
}


if __name__ == "__main__":
    PLACE.write_text(written(), "utf-8")
