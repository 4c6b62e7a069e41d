"""One page that needs nothing else: no network, no folder beside it; it works in a workshop without Wi-Fi."""

from __future__ import annotations

import base64
import hashlib
import json

from ...model.config import CRITERIA
from ...model.report import Report
from ..chapters import Document, document_of
from ..escape import json_text, terminal_text
from ..inert import inert
from ..plain import plain
from ..tool import TOOL
from ..views._words import Words
from ..webpage import templates, web_file
from . import DOCUMENTS, Kind, Wish


def write(report: Report, wish: Wish) -> bytes:
    document = inert(document_of(report, wish.reader, wish.language), terminal_text)
    words = Words(report.recommendation, wish.language)
    script = web_file("page.js")
    page = (
        templates()
        .get_template("page.html.j2")
        .render(
            document=document,
            words=words,
            tool=f"{TOOL['name']} {TOOL['version']}",
            style=web_file("style.css"),
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


DOCUMENTS.add(".html")(Kind(write))
