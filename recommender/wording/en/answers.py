"""Answers of `explain` and `compare`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...model.finding import Facts
from ..speaker import Speaker, telling
from ._lists import listed, named, quoted
from .labels import LABELS
from .labels_governance import LABELS as GOVERNANCE


def only_statistics(f: Facts, say: Speaker) -> str:
    return (
        f"Statistics do not say what {say.activity(f['activity'])} would need, from whom it could come and what would "
        "change the answer. A profile of who can do what would: ris3 init makes one."
    )


def gap_source(f: Facts, say: Speaker) -> str:
    told = listed((_source(item, say) for item in telling(f["sources"])), say)
    return f"{_gap(f, say)} It could come from {told}." if told else gap_nowhere(f, say)


def gap_nowhere(f: Facts, say: Speaker) -> str:
    if not f["assessed"]:
        return f"{_gap(f, say)} Nobody has assessed it: ask before planning to build it."
    return f"{_gap(f, say)} Nobody in the region or among its partners is known to have more: it must be built."


def _gap(f: Facts, say: Speaker) -> str:
    essential = " (essential)" if f["essential"] else ""
    return (
        f"{say.quoted(f['competence'])}{essential}: {say.number(f['available'])} of the "
        f"{say.number(f['level'])} wanted reaches the lead."
    )


def _source(item: Mapping[str, Any], say: Speaker) -> str:
    has = f"has {say.number(item['supply'])}"
    if item["kind"] == "partner":
        where = f" in {say.name(item['partner'])}" if item["partner"] else ""
        return f"{say.name(item['id'])}{where} (partner region, {has})"
    if item["kind"] == "unlinked":
        return f"{say.name(item['id'])} ({has}, no link yet)"
    return f"{say.name(item['id'])} ({has}, link {say.number(item['access'])} of 1)"


def change_raises(f: Facts, say: Speaker) -> str:
    return f"{_RAISES[f['change']](f, say)}, the fit would rise from {_to(f, say)}"


def change_lowers(f: Facts, say: Speaker) -> str:
    return f"{_LOWERS[f['change']](f, say)}, the fit would fall from {_to(f, say)}"


def _to(f: Facts, say: Speaker) -> str:
    bands = LABELS["band"]
    step = f"{say.number(f['fit_from'])} to {say.number(f['fit_to'])} of 1"
    if f["band_from"] == f["band_to"]:
        return f"{step}; the band would stay “{bands[f['band_from']]}”."
    return f"{step}, and the band change from “{bands[f['band_from']]}” to “{bands[f['band_to']]}”."


def _raised(f: Facts, say: Speaker) -> str:
    whose = f" of {say.name(f['actor'])}" if f["actor"] else ""
    return f"If {say.quoted(f['competence'])}{whose} rose from {_levels(f, say)}"


def _levels(f: Facts, say: Speaker) -> str:
    start = say.number(f["level_from"]) if f["level_from"] is not None else "unknown"
    return f"{start} to {say.number(f['level_to'])}"


def _strengthened(f: Facts, say: Speaker) -> str:
    return f"If the link between {named([f['actor'], f['other']], say)} rose from {_levels(f, say)}"


def _linked(f: Facts, say: Speaker) -> str:
    return f"If {named([f['actor'], f['other']], say)} were linked ({say.number(f['level_to'])} of 1)"


def _brought_in(f: Facts, say: Speaker) -> str:
    return f"If {say.name(f['actor'])} were brought in"


def _found_out(f: Facts, say: Speaker) -> str:
    return f"If somebody found that {say.quoted(f['competence'])} is there at {say.number(f['level_to'])}"


def _actor_lost(f: Facts, say: Speaker) -> str:
    return f"Without {say.name(f['actor'])}"


def _competence_lost(f: Facts, say: Speaker) -> str:
    whose = say.name(f["actor"]) if f["actor"] else "the region"
    return f"If {whose} lost {say.quoted(f['competence'])}"


def _link_lost(f: Facts, say: Speaker) -> str:
    return f"Without the link between {named([f['actor'], f['other']], say)}"


_RAISES = {
    "raise_competence": _raised,
    "strengthen_link": _strengthened,
    "add_link": _linked,
    "bring_in_partner": _brought_in,
    "find_out": _found_out,
}
_LOWERS = {"lose_actor": _actor_lost, "lose_competence": _competence_lost, "lose_link": _link_lost}


def contribution(f: Facts, say: Speaker) -> str:
    through = f", above all through {quoted(f['competences'], say)}" if f["competences"] else ""
    return f"Share of the fit that comes from {say.name(f['actor'])}: {say.percent(f['share'])}{through}."


def novelty(f: Facts, say: Speaker) -> str:
    label = LABELS["novelty"][f["label"]].capitalize()
    if not f["new_to_lead"] or not f["new_to_region"]:
        return f"{label}."
    return (
        f"{label}. By weight, the lead holds less than half of the level wanted in {_shares(f['new_to_lead'], say)}; "
        f"the best of the region in {_shares(f['new_to_region'], say)}."
    )


def _shares(shares: dict[str, float], say: Speaker) -> str:
    kinds = LABELS["competence_kind"]
    order = [kind for kind in kinds if say.percent(shares.get(kind, 0.0)) != say.percent(0.0)]
    if not order:
        return "none of the needs"
    return listed((f"{say.percent(shares[kind])} of the {kinds[kind]} needs" for kind in order), say)


def transformation(f: Facts, say: Speaker) -> str:
    kinds = LABELS["transformation"]
    rule = f"By our rule it is {kinds[f['found']]}, because {LABELS['rule'][f['rule']]}."
    if f["declared"] is None:
        return rule
    if f["declared"] == f["found"]:
        return f"{rule} Its authors say the same."
    return f"{rule} Its authors call it {kinds[f['declared']]}."


def interval(f: Facts, say: Speaker) -> str:
    if not f["competences"]:
        return f"Everything it needs was assessed; the fit is {say.number(f['low'])} of 1."
    return (
        f"The fit is {say.number(f['low'])} of 1, and {say.number(f['high'])} if all that nobody has assessed were "
        f"there: {quoted(f['competences'], say, most=5)}."
    )


def evidence_share(f: Facts, say: Speaker) -> str:
    kinds = LABELS["evidence"]
    told = [f"{say.count(f[kind])} {kinds[kind]}" for kind in kinds if f[kind]]
    return f"Numbers behind it: {listed(told, say)}." if told else "No number of the profile stands behind it."


def source(f: Facts, say: Speaker) -> str:
    about = ", ".join(str(f[name]) for name in ("publisher", "year") if f[name] is not None)
    where = f": {f['url']}" if f["url"] else ""
    return f"{f['title']}{f' ({about})' if about else ''}{where}"


def score(f: Facts, say: Speaker) -> str:
    parts = [_part(f, key, weight, say) for key, weight in f["weights"].items() if weight]
    span = ""
    if f["low"] is not None and f["high"] is not None and f["high"] - f["low"] > 0.005:
        low, high = say.number(f["low"]), say.number(f["high"])
        span = f" With what is missing at 0 or at 1 it would lie between {low} and {high}."
    told = f": {listed(parts, say, most=6)}" if parts else ""
    return f"Score {say.number(f['score'])} of 1{told}.{span}"


def _part(f: Facts, key: str, weight: float, say: Speaker) -> str:
    basis = f["basis"].get(key, "missing")
    value = say.number(f["criteria"].get(key))
    return f"{LABELS['criterion'][key].lower()} {value} × {say.percent(weight)} ({LABELS['basis'].get(basis, basis)})"


def rank(f: Facts, say: Speaker) -> str:
    band = LABELS["band"][f["band"]]
    if f["rank"] is None:
        return f"Not ranked; band: {band}."
    return f"Rank {say.count(f['rank'])} of {say.count(f['of'])}; band: {band}."


def difference(f: Facts, say: Speaker) -> str:
    first, second = (_value(f["aspect"], f[key], say) for key in ("first_value", "second_value"))
    weight = f" (weight {say.percent(f['weight'])})" if f["weight"] is not None else ""
    return f"{_aspect(f, say)}{weight}: {first} for {say.quoted(f['first'])}, {second} for {say.quoted(f['second'])}."


def _aspect(f: Facts, say: Speaker) -> str:
    if f["aspect"] == "criterion":
        return LABELS["criterion"].get(f["key"], str(f["key"]))
    return say.quoted(f["key"]) if f["aspect"] == "need" else LABELS["aspect"][f["aspect"]]


def _value(aspect: str, value: float | None, say: Speaker) -> str:
    if value is None:
        return "not needed" if aspect == "need" else "no value"
    if aspect == "need":
        return f"{say.percent(value)} of the need met"
    return f"{say.hundred(value)} of 100" if aspect == "percentile" else f"{say.number(value)} of 1"


def introduction(f: Facts, say: Speaker) -> str:
    return (
        f"If actors without a link were introduced to each other (access {say.number(f['assumed'])} of 1), the fit "
        f"would be {say.number(f['with_introduction'])} instead of {say.number(f['fit'])} of 1; "
        f"the score does not count this."
    )


def with_partners(f: Facts, say: Speaker) -> str:
    if f["with_partners"] - f["fit"] < 0.005:
        return f"Today's links to other regions add nothing to the fit of {say.number(f['fit'])} of 1."
    return (
        f"With today's links to other regions the fit is {say.number(f['with_partners'])} instead of "
        f"{say.number(f['fit'])} of 1."
    )


def lead_organisation(f: Facts, say: Speaker) -> str:
    if f["organisation"] is None:
        return f"No organisation of the profile governs {say.name(f['lead'])}: ask who speaks for its firms."
    head = f"{say.name(f['lead'])} belongs to {say.name(f['organisation'])}"
    if f["readiness"] is not None:
        return f"{head}, whose readiness is {say.number(f['readiness'])} of 1."
    ask = listed((GOVERNANCE["indicator"][name] for name in f["ask"]), say)
    return f"{head}; how ready it is nobody has said{f': ask for {ask}' if ask else ''}."
