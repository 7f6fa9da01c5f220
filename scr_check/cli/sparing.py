"""Commands that read plain values by themselves: a Tab, a --help or a check must not wait for pydantic.

typer turns every value into its type through pydantic, even where no value was given.
"""

from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_origin

import typer
from typer.core import TyperCommand, TyperGroup


class SparingCommand(TyperCommand):
    """A command that turns only values that were given, plain ones itself, and none while completing."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """The arguments left over, as typer does it."""
        _spare(self.get_params(ctx))
        return super().parse_args(ctx, args)


class SparingGroup(TyperGroup):
    """A group of commands that does the same."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """The arguments left over, as typer does it."""
        _spare(self.get_params(ctx))
        return super().parse_args(ctx, args)


def _spare(parameters: list[Any]) -> None:
    for parameter in parameters:
        parameter.process_value = _when_given(parameter)


def _when_given(parameter: Any) -> Callable[[Any, Any], Any]:
    read, needed = parameter.process_value, parameter.required
    kind = _plain_kind(parameter)

    def process(ctx: typer.Context, value: Any) -> Any:
        if ctx.resilient_parsing or (value is None and not needed):
            return value
        turned = _turned(value, kind) if kind else None
        return read(ctx, value) if turned is None else turned

    return process


def _plain_kind(parameter: Any) -> Any:
    """What the parameter's values become, where typer would do no more than turn them into it; else None."""
    asked = parameter.type_descriptor.parameter_info
    judged = asked.parser or asked.exists or asked.resolve_path or asked.writable or parameter.callback
    usual = asked.file_okay and asked.dir_okay and asked.case_sensitive and not judged
    return parameter.type_descriptor.annotation if usual else None


def _turned(value: Any, kind: Any) -> Any:
    """The value as `kind`; None where it is for typer to say what is wrong with it."""
    if get_origin(kind) is list:
        each = [_turned(one, get_args(kind)[0]) for one in value] if isinstance(value, list | tuple) else []
        return each if each and None not in each else None
    if not isinstance(kind, type) or not isinstance(value, str | Path):
        return None
    if issubclass(kind, Enum):
        return next((one for one in kind if value in (one, one.value)), None)
    return kind(value) if kind is Path or (kind is str and isinstance(value, str)) else None
