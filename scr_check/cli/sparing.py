"""Commands that read names without reading values: a Tab or a --help must not wait for pydantic.

typer turns every value into its type through pydantic, even where no value was given.
"""

from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup


class SparingCommand(TyperCommand):
    """A command that turns only values that were given, and none while completing."""

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
        parameter.process_value = _when_given(parameter.process_value, parameter.required)


def _when_given(read: Callable[[Any, Any], Any], required: bool) -> Callable[[Any, Any], Any]:
    def process(ctx: typer.Context, value: Any) -> Any:
        if ctx.resilient_parsing or (value is None and not required):
            return value
        return read(ctx, value)

    return process
