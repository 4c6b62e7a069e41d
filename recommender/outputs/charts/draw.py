"""Charts -> pictures, by Vega-Lite in vl-convert: no browser, no network."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ...model.problem import Code, pick
from ...model.report import Report
from ..blocks import Figure
from ..extras import needs
from ..files import output_error
from . import figures_of

LOCALES: dict[str, Any] = {"en": "en-US", "it": "it-IT"}
VEGA_LITE = "6.4"
SCALE = 2.0
"""Pixels of a PNG for each of the drawing's: sharp on paper."""


def svg_of(figure: Figure, language: str) -> str:
    """The figure as an SVG document."""
    with needs("report"):
        import vl_convert

    svg: str = vl_convert.vegalite_to_svg(
        dict(figure.chart), vl_version=VEGA_LITE, format_locale=LOCALES.get(language), allowed_base_urls=[]
    )
    return svg


def png_of(figure: Figure, language: str) -> bytes:
    """The figure as a PNG picture."""
    import vl_convert

    png: bytes = vl_convert.svg_to_png(svg_of(figure, language), scale=SCALE)
    return png


_WRITERS: dict[str, Any] = {".svg": lambda figure, language: svg_of(figure, language).encode(), ".png": png_of}
PICTURES = tuple(_WRITERS)
"""Endings of the files that a figure is written to."""


def figure_bytes(report: Report, name: str, target: Path, language: str) -> bytes:
    """The figure `name` of a report as the file that `target` names.

    Raises
    ------
    UnknownName
        If the report has no such figure.
    OutputError
        If the name of the file asks for another kind of picture.
    """
    figure = pick(name, figures_of(report, language), "figure", code=Code.USAGE)
    write = _WRITERS.get(target.suffix.lower())
    if write is None:
        raise output_error(target, "a figure is written as .svg or .png", "name such a file with -o")
    data: bytes = write(figure, language)
    return data
