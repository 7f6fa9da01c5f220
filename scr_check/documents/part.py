"""Parts of a document: frozen values whose fields say what they are for.

They are plain dataclasses, because every run builds them and pydantic takes longer to import than a summary to check.
pydantic checks data from elsewhere against them, and makes the schema, when it is asked to.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, dataclass_transform, get_args, get_type_hints

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Made = TypeVar("Made", bound="Part")


@dataclass(frozen=True, slots=True)
class About:
    """What a field is for, and what an author may write there: the schema tells editors both."""

    description: str
    examples: Sequence[Any] = ()

    def __get_pydantic_json_schema__(
        self, core: Any, handler: Callable[[Any], dict[str, Any]]
    ) -> dict[str, Any]:
        """The schema of the field with what is said about it."""
        said = {"description": self.description}
        return handler(core) | said | ({"examples": [*self.examples]} if self.examples else {})


@dataclass(frozen=True, slots=True)
class FieldInfo:
    """A field: the type of what it holds, what is said about it, its name in a file where that is another, its default."""

    annotation: Any
    alias: str | None
    description: str
    examples: Sequence[Any]
    default: Any = MISSING


class _Fields:
    """The fields of the part that is asked, by name."""

    def __get__(self, _: object, kind: "type[Part]") -> dict[str, FieldInfo]:
        if kind not in _FIELDS:
            _FIELDS[kind] = dict(_fields_of(kind))
        return _FIELDS[kind]


class Part:
    """A part of a document; it is spoken to as a pydantic model is."""

    __slots__ = ()
    __pydantic_config__: ClassVar[dict[str, Any]]
    model_fields: ClassVar = _Fields()
    names: ClassVar[tuple[tuple[str, str], ...]]  # of each field here and in a file

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        held = (f"{name}={getattr(self, name)!r}" for name, _ in self.names)
        return f"{type(self).__name__}({', '.join(held)})"

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name, _ in self.names)

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """The part that holds `data`, whose shape has been checked: fields under the names of the format."""
        if cls not in _HELD:
            _HELD[cls] = dict(_held(cls))
        held, given = _HELD[cls], {}
        for name, value in data.items():
            own, inner = held[name]
            if inner is not None:
                value = [*map(inner.of, value)] if isinstance(value, list) else inner.of(value)
            given[own] = value
        return cls(**given)

    @classmethod
    def model_validate(cls, data: Any) -> Self:
        """The part that holds `data`, checked; raises pydantic's ValidationError."""
        part: Self = _adapter(cls).validate_python(data)
        return part

    def model_dump(self, **how: Any) -> dict[str, Any]:
        """The part as plain data; `how` as pydantic has it: by_alias, exclude_none, exclude_defaults, exclude."""
        data: dict[str, Any] = _adapter(type(self)).dump_python(self, **how)
        return data

    def model_dump_json(self, **how: Any) -> str:
        """The same as JSON."""
        return str(_adapter(type(self)).dump_json(self, **how), "utf-8")

    @classmethod
    def model_validate_json(cls, text: str) -> Self:
        """The part that this JSON holds, checked; raises pydantic's ValidationError."""
        part: Self = _adapter(cls).validate_json(text)
        return part

    def model_copy(self, *, update: Mapping[str, Any]) -> Self:
        """The same part with other values in some fields."""
        return replace(self, **update)  # type: ignore[type-var]


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def part(title: str) -> Callable[[type[Made]], type[Made]]:
    """Make a class a part of a document, with the title that authors know it by."""

    def make(made: type[Made]) -> type[Made]:
        made.__pydantic_config__ = {"title": title, "extra": "forbid", "alias_generator": written_name}
        # What `Part` does for all of them need not be written, and compiled, for each.
        whole = dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)(made)
        whole.names = tuple((one.name, written_name(one.name)) for one in fields(whole))  # type: ignore[arg-type]
        return whole

    return make


def written_name(name: str) -> str:
    """The name of a field in a file: `from_` is only Python's spelling.

    >>> written_name("from_"), written_name("board")
    ('from', 'board')
    """
    return name.rstrip("_")


_FIELDS: dict[type, dict[str, FieldInfo]] = {}
_HELD: dict[type, dict[str, tuple[str, type[Part] | None]]] = {}


def _fields_of(kind: type[Part]) -> Iterator[tuple[str, FieldInfo]]:
    hints, annotated = get_type_hints(kind), get_type_hints(kind, include_extras=True)
    defaults = {one.name: one.default for one in fields(kind)}  # type: ignore[arg-type]
    for name, written in kind.names:
        said = getattr(annotated[name], "__metadata__", ())
        about = next((one for one in said if isinstance(one, About)), About(""))
        alias = None if written == name else written
        yield name, FieldInfo(hints[name], alias, about.description, about.examples, defaults[name])


def _held(kind: type[Part]) -> Iterator[tuple[str, tuple[str, type[Part] | None]]]:
    """Each name of the format with the field's own, and the part that it or each of its entries is."""
    for name, info in kind.model_fields.items():
        yield info.alias or name, (name, next(_parts_in(info.annotation), None))


def _parts_in(hint: Any) -> Iterator[type[Part]]:
    if isinstance(hint, type) and issubclass(hint, Part):
        yield hint
    for argument in get_args(hint):
        yield from _parts_in(argument)


def _adapter(kind: type[Part]) -> "TypeAdapter[Any]":
    from pydantic import TypeAdapter

    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


_ADAPTERS: "dict[type, TypeAdapter[Any]]" = {}
