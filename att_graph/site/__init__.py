"""Pages to read in a browser: one module and one template a page; no page needs a network."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_PAGES = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def fill(template: str, **values: Any) -> str:
    """A template of this folder and its values in; the page out, every value escaped."""
    return _PAGES.get_template(template).render(**values)
