"""The forecast that comes with a shipped reference model, made from the years of the table it was built from."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from ..model.forecast import Forecast
from ..model.outlook import Outlook, Prospect

FORMAT = "ris3/outlook/1"
PLACES = 4


@dataclass(frozen=True, slots=True)
class OutlookFile:
    """The forecast of all regions: what `Outlook` tells of each, and the shares by region, activity by activity."""

    format: str
    sha256: str
    outlook: dict[str, Any]
    activities: list[str]
    probability: dict[str, list[float | None]]
    lasting: dict[str, list[float | None]]

    def of(self, region: str) -> Outlook:
        """What it says about one region."""
        told, base = self.outlook, self.outlook["base_rate"]
        chances = self.probability.get(region, [])
        lasting = self.lasting.get(region, [None] * len(chances))
        prospects = {
            code: Prospect(told["origin"], told["horizon"], share, stays, round(share / base, 9))
            for code, share, stays in zip(self.activities, chances, lasting, strict=False)
            if share is not None
        }
        return Outlook(**{**told, "reasons": tuple(told["reasons"])}, prospects=prospects)


def read_outlook(path: Path) -> OutlookFile | None:
    """The forecast beside a reference model; None where there is none."""
    if not path.is_file():
        return None
    found = OutlookFile(**json.loads(path.read_text("utf-8")))
    if found.format != FORMAT:
        raise ValueError(f"{path.name} is not of the format {FORMAT}")
    return found


def outlook_text(found: Forecast, whole: Outlook, activities: tuple[str, ...]) -> str:
    """The file of a forecast; `whole` is what is the same for all regions."""
    column = {code: place for place, code in enumerate(activities)}
    shares: dict[str, list[float | None]] = {}
    stays: dict[str, list[float | None]] = {}
    for chance in found.chances:
        if chance.activity in column:
            for rows, value in ((shares, chance.probability), (stays, chance.probability_lasting)):
                row = rows.setdefault(chance.region, [None] * len(activities))
                row[column[chance.activity]] = None if value is None else round(value, PLACES)
    known = any(value is not None for row in stays.values() for value in row)
    told = {item.name: getattr(whole, item.name) for item in fields(Outlook) if item.name != "prospects"}
    document = {
        "format": FORMAT, "sha256": found.sha256, "outlook": told, "activities": list(activities),
        "probability": shares, "lasting": stays if known else {},
    }  # fmt: skip
    lines = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return lines.replace('],"', '],\n"') + "\n"
