"""Renders the templates of whole tables and accounts.

Every value is escaped unless it is ``Markup``, and a name that is not defined is an error. Lines of
a template are joined without their indents, so a line break in it is never a space.
"""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup

from aid.views.elements import GAP, disclosure, drawing
from aid.views.icons import fact_icon

TEMPLATES = Path(__file__).with_name("templates")
_ENDING = ".html.jinja"


class _JoinedLines(Extension):
    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return "".join(line.strip() for line in source.splitlines())


def _disclosed(inner: Markup, summary: str, unseen: str = "") -> Markup:
    """``disclosure`` as a filter around a part of a template."""
    return disclosure(summary, inner, unseen=unseen)


class Templates:
    """The templates of some folders. One may use those of a later folder, such as its macros."""

    def __init__(self, *folders: Path) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(folders),
            autoescape=True,
            undefined=StrictUndefined,
            auto_reload=False,
            extensions=[_JoinedLines],
        )
        self._environment.globals["drawing"] = drawing
        self._environment.globals["fact_icon"] = fact_icon
        self._environment.filters["disclosed"] = _disclosed

    def rendered(self, template: str, /, **values: object) -> Markup:
        """Render one template.

        Args:
            template: The name of its file, without the ending.
            values: What it names.

        Raises:
            UndefinedError: The template names something that is not among the values.
        """
        # The environment keeps what it has read.
        found = self._environment.get_template(f"{template}{_ENDING}")
        return Markup(found.render(values))  # noqa: S704 - the template escapes its values

    def frame(self, template: str, /, **values: object) -> tuple[Markup, ...]:
        """Render one template but for what changes at every click, so that the rest can be kept.

        Args:
            template: The name of its file, without the ending. It says ``{{ gap }}`` where
                something changes.
            values: What else it names.

        Returns:
            What stands around its gaps; ``filled`` puts something into them.
        """
        return tuple(self.rendered(template, gap=GAP, **values).split(GAP))


_of_views = Templates(TEMPLATES)
rendered = _of_views.rendered
"""Render a template of this package."""
frame = _of_views.frame
"""Render a template of this package but for what changes at every click."""
