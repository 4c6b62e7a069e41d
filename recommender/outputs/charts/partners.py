"""Partner regions on a map of tiles, one a country: every country has the same room, and no border is drawn."""

from __future__ import annotations

from collections import Counter
from typing import Any

from ...model.finding import Finding
from ...model.profile import Partner
from ...model.report import Report
from ..blocks import Figure
from ..summary import subject_of
from ..views._words import Words
from . import CHARTS
from ._style import QUIET, chart, field

TILES = {
    "IS": (0, 0), "NO": (4, 0), "SE": (5, 0), "FI": (6, 0),
    "IE": (0, 1), "UK": (1, 1), "DK": (4, 1), "LV": (6, 1), "EE": (7, 1),
    "BE": (2, 2), "NL": (3, 2), "DE": (4, 2), "PL": (5, 2), "LT": (6, 2),
    "FR": (1, 3), "LU": (2, 3), "CH": (3, 3), "AT": (4, 3), "CZ": (5, 3), "SK": (6, 3), "UA": (7, 3),
    "PT": (0, 4), "ES": (1, 4), "IT": (3, 4), "SI": (4, 4), "HU": (5, 4), "RO": (6, 4), "MD": (7, 4),
    "HR": (4, 5), "BA": (5, 5), "RS": (6, 5), "BG": (7, 5),
    "MT": (3, 6), "ME": (4, 6), "AL": (5, 6), "MK": (6, 6), "EL": (7, 6), "TR": (8, 6), "CY": (8, 7),
}  # fmt: skip
"""Column and row of each country by its NUTS code; our layout, roughly as countries lie."""
HOME, THERE, EMPTY = "#e69f00", "#0072b2", "#e9edf0"
SIDE = 50


@CHARTS.add("partners")
def partners(report: Report, words: Words) -> Figure | None:
    if report.profile is None:
        return None
    shown = [partner for partner in report.profile.partners if partner.region and partner.region[:2] in TILES]
    if not shown:
        return None
    return Figure(
        "partners", words.label("figure", "partners"), _tiles(shown, report, words), words.sentence(_told(report))
    )


def gaps_filled(report: Report) -> Counter[str]:
    """For how many gaps of the ranked paths somebody in each partner region has more than there is."""
    return Counter(
        partner
        for item in report.recommendation.opportunities
        for gap in item.gaps
        for partner in {source.partner for source in gap.sources if source.partner is not None}
    )


def _told(report: Report) -> Finding:
    there = report.profile.partners if report.profile else ()
    filled = gaps_filled(report)
    most = max((partner.id for partner in there), key=lambda name: (filled[name], name))
    facts = {
        "partners": [partner.id for partner in there],
        "partner": most if filled[most] else None,
        "gaps": filled[most],
    }
    return Finding("partner_map", subject_of(report.recommendation), facts)


def _tiles(shown: list[Partner], report: Report, words: Words) -> dict[str, Any]:
    home = (report.recommendation.region_code or "")[:2]
    at = {code: [partner for partner in shown if (partner.region or "")[:2] == code] for code in TILES}
    tiles = [
        {"x": x, "y": y, "code": code, "fill": THERE if at[code] else HOME if code == home else EMPTY,
         "dark": bool(at[code]), "count": str(len(at[code])) if at[code] else "", "home": code == home}
        for code, (x, y) in TILES.items()
    ]  # fmt: skip
    where = {
        "x": field("x", "ordinal", axis=None, scale={"padding": 0.06}),
        "y": field("y", "ordinal", axis=None, scale={"padding": 0.06}),
    }
    ink = {"condition": {"test": "datum.dark", "value": "white"}, "value": QUIET}
    ring = {"condition": {"test": "datum.home", "value": HOME}, "value": "white"}
    return chart(
        width={"step": SIDE}, height={"step": SIDE}, data={"values": tiles},
        layer=[
            {"mark": {"type": "rect", "strokeWidth": 4, "cornerRadius": 4},
             "encoding": {**where, "color": field("fill", "nominal", scale=None), "stroke": ring}},
            {"mark": {"type": "text", "dy": -9, "fontSize": 12},
             "encoding": {**where, "text": field("code", "nominal"), "color": ink}},
            {"mark": {"type": "text", "dy": 10, "fontSize": 16, "fontWeight": "bold"},
             "encoding": {**where, "text": field("count", "nominal"), "color": ink}},
        ],
    )  # fmt: skip
