"""Templates: the only room that knows jinja2, and the folder `templates/`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    select_autoescape,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from scr_check.errors import UsageError
from scr_check.resources import resource_folder


def filled(template: str, /, **values: Any) -> str:
    """The template of this name with its values; what stands in `*.html.jinja` is escaped for HTML.

    A name that the template uses and `values` lacks is a fault of the program and raises.
    """
    return environment().get_template(template).render(values)


def filled_from(path: Path, form: str, values: Mapping[str, Any]) -> str:
    """A template of the user's own with its values, escaped for HTML where `form` is html.

    It may include files of its folder, and can do nothing but fill in. Raises UsageError with its line
    when it cannot be read or filled.
    """
    own = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(path.parent),
        autoescape=form == "html",
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    try:
        return own.from_string(path.read_text(encoding="utf-8")).render(values)
    except (OSError, UnicodeDecodeError):
        raise UsageError(f"{path} cannot be read as a template: name a text file in UTF-8") from None
    except TemplateError as error:
        line = f", line {error.lineno}" if isinstance(error, TemplateSyntaxError) else ""
        reason = " ".join((error.message or "a fault in it").split())
        raise UsageError(f"{path}{line}: the template cannot be filled in ({reason})") from None


@cache
def environment() -> Environment:
    """The one environment of all templates: no undefined names, no blank lines of the templates' own."""
    return Environment(
        loader=FileSystemLoader(resource_folder("templates")),
        autoescape=select_autoescape(("html", "html.jinja", "svg.jinja")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
