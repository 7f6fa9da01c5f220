"""Templates: the only room that knows jinja2, and the folder `templates/`."""

from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from scr_check.resources import resource_folder


def filled(template: str, /, **values: Any) -> str:
    """The template of this name with its values; what stands in `*.html.jinja` is escaped for HTML.

    A name that the template uses and `values` lacks is a fault of the program and raises.
    """
    return environment().get_template(template).render(values)


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
