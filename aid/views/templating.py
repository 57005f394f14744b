"""Renders the templates of whole tables and accounts.

Every value is escaped unless it is ``Markup``, and a name that is not defined is an error. Lines of
a template are joined without their indents, so a line break in it is never a space.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.ext import Extension
from markupsafe import Markup

from aid.views.elements import disclosure, drawing
from aid.views.icons import fact_icon

TEMPLATES = Path(__file__).with_name("templates")
_ENDING = ".html.jinja"


class _JoinedLines(Extension):
    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return "".join(line.strip() for line in source.splitlines())


def _disclosed(inner: Markup, summary: str, unseen: str = "") -> Markup:
    """``disclosure`` as a filter around a part of a template."""
    return disclosure(summary, inner, unseen=unseen)


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        extensions=[_JoinedLines],
    )
    environment.globals["drawing"] = drawing
    environment.globals["fact_icon"] = fact_icon
    environment.filters["disclosed"] = _disclosed
    return environment


_ENVIRONMENT = _environment()


@cache
def _template(name: str) -> Template:
    return _ENVIRONMENT.get_template(f"{name}{_ENDING}")


def rendered(template: str, /, **values: object) -> Markup:
    """Render one template.

    Args:
        template: The name of its file in ``templates/``, without the ending.
        values: What it names.

    Raises:
        UndefinedError: The template names something that is not among the values.
    """
    return Markup(_template(template).render(values))  # noqa: S704 - the template escapes its values
