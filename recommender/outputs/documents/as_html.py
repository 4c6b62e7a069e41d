"""One page that needs nothing else: no network, no folder beside it; it works in a workshop without Wi-Fi."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from ...model.config import CRITERIA
from ...model.report import Report
from ..blocks import Figure
from ..chapters import Document, document_of
from ..charts.draw import svg_of
from ..escape import json_text, terminal_text
from ..extras import needs
from ..inert import inert
from ..plain import plain
from ..tool import TOOL
from ..views._words import Words
from . import DOCUMENTS, Kind, Wish

WEB = Path(__file__).resolve().parent.parent / "web"
ADDRESS = re.compile(r"https?://\S+\Z")


def write(report: Report, wish: Wish) -> bytes:
    document = inert(document_of(report, wish.reader, wish.language), terminal_text)
    words = Words(report.recommendation, wish.language)
    script = _file("page.js")
    page = (
        _templates()
        .get_template("page.html.j2")
        .render(
            document=document,
            words=words,
            tool=f"{TOOL['name']} {TOOL['version']}",
            style=_file("style.css"),
            script=script,
            script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
            live=live_data(report, words),
            marks=marks(document),
        )
    )
    return str(page).encode()


def marks(document: Document) -> frozenset[str]:
    """What can be pointed at in this document."""
    return frozenset(block.mark for page in document.pages for block in page.blocks if hasattr(block, "mark"))


def live_data(report: Report, words: Words) -> str:
    """What the page needs to rank anew, as JSON that cannot end the script element that holds it."""
    answer = report.recommendation
    data = {
        "criteria": [{"name": name, "label": words.criterion(name)} for name in CRITERIA],
        "weights": answer.settings.get("criteria", {}),
        "transitions": answer.settings.get("transitions", {}),
        "aggregation": answer.settings.get("aggregation", "arithmetic"),
        "decimal_mark": words.number(0.5, 1)[1],
        "items": [{"id": item.id, "criteria": item.criteria} for item in answer.opportunities],
        "words": dict(words.labels("live")),
    }
    text = json_text(json.dumps(plain(data), ensure_ascii=False, sort_keys=True, allow_nan=False))
    return text.replace("<", "\\u003c").replace("&", "\\u0026")


def picture(figure: Figure, language: str) -> Any:
    """The drawing as part of a page: its marks are its own, and only its words are read out."""
    from markupsafe import Markup

    svg = svg_of(figure, language)
    svg = re.sub(r'\bid="', f'id="{figure.name}-', svg)
    svg = svg.replace("url(#", f"url(#{figure.name}-").replace('href="#', f'href="#{figure.name}-')
    return Markup(svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1))


def is_address(text: str) -> bool:
    """Whether a text is the address of a web page; other schemes are printed, never linked."""
    return ADDRESS.match(text) is not None


@cache
def _templates() -> Any:
    with needs("report"):
        from jinja2 import Environment, FileSystemLoader, StrictUndefined
    made = Environment(
        loader=FileSystemLoader(WEB), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters["kind"] = lambda block: type(block).__name__
    made.filters["picture"] = picture
    made.filters["is_address"] = is_address
    return made


def _file(name: str) -> str:
    return (WEB / name).read_text(encoding="utf-8")


DOCUMENTS.add(".html")(Kind(write))
