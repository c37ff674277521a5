"""The JSON Schema of a format, made from its table of keys, for editors that complete.

``python -m trainer.checking.schemas`` writes those of all formats into ``docs``. What a
schema cannot say (names that have to exist, conditions, files) only ``check`` finds.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from trainer.scenario.files import tables
from trainer.scenario.model import HIGH, LOW

if TYPE_CHECKING:
    from collections.abc import Callable

Schema = dict[str, Any]

_TEXT: Final[Schema] = {"type": ["string", "number", "boolean"], "minLength": 1}


def schema(table: tables.Table) -> Schema:
    """Give the whole schema."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:upstander:schema:{_file_name(table)}",
        "title": table.title,
        "$ref": "#/$defs/file",
        "$defs": {
            name: {**_shape(shape), **table.across.get(name, {})}
            for name, shape in table.shapes.items()
        },
    }


def _file_name(table: tables.Table) -> str:
    return table.format.replace("/", "-")


def place(table: tables.Table) -> Path:
    """Give the file of a schema, from the top of a checkout."""
    return Path("docs") / f"{_file_name(table)}.schema.json"


def written(table: tables.Table) -> str:
    """Give the schema as the text of its file."""
    return json.dumps(schema(table), indent=2, ensure_ascii=False) + "\n"


def _shape(shape: tables.Shape) -> Schema:
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
    return made


def _type(kind: tables.Type) -> Schema:
    return _TYPES[type(kind)](kind)


def _number(kind: tables.Number) -> Schema:
    made: Schema = {"type": "integer"}
    if kind.low is not None:
        made["minimum"] = kind.low
    if kind.high is not None:
        made["maximum"] = kind.high
    return made


def _flag(kind: tables.Flag) -> Schema:
    return {"const": True} if kind.only_true else {"type": "boolean"}


def _state_value(_kind: tables.StateValue) -> Schema:
    return {"anyOf": [{"type": "boolean"}, {"type": "integer", "minimum": LOW, "maximum": HIGH}]}


def _effects(kind: tables.Effects) -> Schema:
    value = {"type": "integer"} if kind.adds else _state_value(tables.StateValue())
    return {"type": "object", "additionalProperties": value}


def _list_of(kind: tables.ListOf) -> Schema:
    made: Schema = {"type": "array", "items": _type(kind.item)}
    return {**made, "minItems": kind.least} if kind.least else made


def _one_or_more(kind: tables.OneOrMore) -> Schema:
    return {"anyOf": [_type(kind.item), _list_of(tables.ListOf(kind.item, least=1))]}


def _named(kind: tables.Named) -> Schema:
    names: Schema = {"pattern": f"^{kind.pattern}$"}
    if kind.reserved:
        names["not"] = {"enum": sorted(kind.reserved)}
    made: Schema = {
        "type": "object",
        "propertyNames": names,
        "additionalProperties": _type(kind.item),
    }
    return {**made, "minProperties": 1} if kind.needs_entry else made


def _ways(_kind: tables.Ways) -> Schema:
    ways = {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/way"}}
    return {"anyOf": [{"type": "string", "pattern": f"^{tables.NAME}$"}, ways]}


def _dialogue(_kind: tables.Dialogue) -> Schema:
    line = {"anyOf": [_TEXT, {"$ref": "#/$defs/line"}]}
    return {"type": "array", "minItems": 1, "items": line}


_TYPES: Final[dict[type, Callable[[Any], Schema]]] = {
    tables.Text: lambda _kind: _TEXT,
    tables.Word: lambda kind: {"type": "string", "pattern": f"^{kind.pattern}$"},
    tables.FormatName: lambda kind: {"const": kind.name},
    tables.Number: _number,
    tables.Flag: _flag,
    tables.OneOf: lambda kind: {"enum": [str(word) for word in kind.words]},
    tables.Reference: lambda _kind: {"type": "string", "minLength": 1},
    tables.Picture: lambda _kind: {"type": "string", "minLength": 1},
    tables.When: lambda _kind: {"type": ["string", "boolean"], "minLength": 1},
    tables.StateValue: _state_value,
    tables.Effects: _effects,
    tables.ListOf: _list_of,
    tables.OneOrMore: _one_or_more,
    tables.Named: _named,
    tables.Ways: _ways,
    tables.Dialogue: _dialogue,
    tables.Shaped: lambda kind: {"$ref": f"#/$defs/{kind.shape}"},
}
