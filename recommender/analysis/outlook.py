"""A forecast -> what it says about one region and about its paths."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model.config import Statistics as StatisticsConfig
from ..model.finding import Finding
from ..model.forecast import Forecast
from ..model.outlook import Outlook, Prospect
from ..model.recommendation import ActivityEvidence, Band
from ..model.table import Table

NOT_SPECIALISED = 1.0
"""The forecast speaks of what the ranking speaks of: every activity in which the region is not specialised."""
DIGITS = 9


def horizon_of(table: Table, origin: int | None, most: int) -> int:
    """How far a table can look ahead: a third of its span at most, which leaves years before a window and after it."""
    years = [year for year in table.years if year is not None and (origin is None or year <= origin)]
    return max(1, min(most, (max(years) - min(years)) // 3)) if years else 1


def outlook_of(found: Forecast, region: str) -> Outlook:
    """The part of a forecast that is about a region; no probabilities unless it was validated."""
    check = found.check
    known = [chance for chance in found.chances if chance.probability is not None]
    base = sum(chance.probability or 0.0 for chance in known) / len(known) if known else 0.0
    prospects: Mapping[str, Prospect] = {}
    if found.standing == "validated" and found.origin is not None and base > 0:
        prospects = {
            chance.activity: Prospect(
                found.origin, found.horizon, chance.probability or 0.0, chance.probability_lasting,
                round((chance.probability or 0.0) / base, DIGITS),
            )
            for chance in known if chance.region == region
        }  # fmt: skip
    return Outlook(
        found.standing, found.reasons, found.origin, found.horizon, round(base, DIGITS) if prospects else None,
        round(check.lift, DIGITS) if check else None, check.candidates if check else 0, check.entries if check else 0,
        prospects,
    )  # fmt: skip


def band_by_lift(lift: float, limits: StatisticsConfig) -> Band:
    """The band of an activity by how much likelier than the mean it is entered (METHODS A12)."""
    if lift < limits.lift_bar:
        return "not_yet"
    return "high" if lift >= limits.lift_high else "medium" if lift >= limits.lift_medium else "low"


def prospect_of_path(outlook: Outlook, activities: tuple[ActivityEvidence, ...]) -> Prospect | None:
    """The share-weighted mean over the activities of a path that are candidates; None without any."""
    foreseen = [
        part for part in activities
        if part.status == "candidate" and part.share > 0 and part.code in outlook.prospects
    ]  # fmt: skip
    weighed = [(part.share, outlook.prospects[part.code]) for part in foreseen]
    total = sum(share for share, _ in weighed)
    if not weighed:
        return None
    first = weighed[0][1]
    lasting = [(share, item.probability_lasting) for share, item in weighed]
    return Prospect(
        first.origin,
        first.horizon,
        round(sum(share * item.probability for share, item in weighed) / total, DIGITS),
        None if any(value is None for _, value in lasting)
        else round(sum(share * (value or 0.0) for share, value in lasting) / total, DIGITS),
        round(sum(share * item.lift for share, item in weighed) / total, DIGITS),
        tuple(part.code for part in foreseen),
    )  # fmt: skip


def prospect_finding(path: str, found: Prospect, base_rate: float | None, at: tuple[str, ...] = ()) -> Finding:
    """Of 100 such cases, how many entered and stayed; `at` names the activities of a path."""
    facts = {
        "path": path,
        "activities": list(found.activities),
        "origin_year": found.origin,
        "years_ahead": found.horizon,
        "entry_probability": found.probability,
        "lasting_probability": found.probability_lasting,
        "entry_base_rate": base_rate,
        "entry_lift": found.lift,
    }
    return Finding("prospect", path, facts, at)


def standing_findings(outlook: Outlook, region: str) -> Iterator[Finding]:
    """Whether the forecast holds, or in plain words why there is none."""
    if outlook.prospects:
        facts = {
            "origin_year": outlook.origin,
            "years_ahead": outlook.horizon,
            "checked_candidates": outlook.candidates,
            "checked_entries": outlook.entries,
            "promised_lift": outlook.lift,
        }
        yield Finding("forecast_checked", region, facts)
    else:
        doubts = {"years_ahead": outlook.horizon, "forecast_doubts": list(outlook.reasons)}
        yield Finding("not_validated", region, doubts)
