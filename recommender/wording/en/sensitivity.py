"""How sure the order and the bands are."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import listed, plural, quoted
from .labels import LABELS


def robust_order(f: Facts, say: Speaker) -> str:
    drawn = f"Judged numbers moved by up to {say.number(f['spread'])} of 1 either way, {say.count(f['times'])} times."
    if len(f["tied"]) > 1:
        rest = [name for name in f["tied"] if name != f["path"]]
        first = f"The draws do not tell {say.quoted(f['path'])} apart from {quoted(rest, say)}."
    else:
        first = f"{say.quoted(f['path'])} stays ahead of every other in at least nine of ten draws."
    if not f["certain"]:
        return f"{drawn} {first} Not one stays among the first {say.count(f['among'])} in nine of ten draws."
    stay = "stays" if len(f["certain"]) == 1 else "stay"
    return f"{drawn} {first} {quoted(f['certain'], say)} {stay} among the first {say.count(f['among'])}."


def robust_bands(f: Facts, say: Speaker) -> str:
    if not f["unsure"]:
        return f"Every band “high” ({say.count(f['count'])}) holds in at least {say.percent(f['needed'])} of the draws."
    verb = "is" if len(f["unsure"]) == 1 else "are"
    return (
        f"{plural(len(f['unsure']), 'band', 'bands', say)} “high” out of {say.count(f['count'])} {verb} uncertain, "
        f"holding in less than {say.percent(f['needed'])} of the draws: {quoted(f['unsure'], say, most=6)}."
    )


def redrawn_table(f: Facts, say: Speaker) -> str:
    count = f["other_regions"]
    others = "the other region counts" if count == 1 else f"the other {say.count(count)} regions count"
    own = f"the region's own figures {_varied(f, say)}" if f["noise_unit"] else "the region's own figures stay"
    stays = " The forecast, and the bands that follow from it, stay as they are." if f["forecast_stays"] else ""
    return (
        f"How sure the order is was tried on statistics drawn again {say.count(f['tables'])} times: each time "
        f"{others} more or less, and {own}.{_unsure(f, say)}{stays} What the statistics do not show is not in it."
    )


def _unsure(f: Facts, say: Speaker) -> str:
    if not f["unsure_specialisations"]:
        return ""
    count, named = len(f["unsure_specialisations"]), listed(map(say.activity, f["unsure_specialisations"]), say)
    verb = "does" if count == 1 else "do"
    return f" Of {say.count(f['specialisations'])} specialisations {count} {verb} not hold in nine of ten: {named}."


def other_readings(f: Facts, say: Speaker) -> str:
    ways = plural(f["readings"], "other way", "other ways", say)
    among = f"the first {say.count(f['among'])}"
    read = f"The statistics were read in {ways}: with other cuts, quotients, years or measures of relatedness."
    always = quoted(f["always_first"], say)
    stay = "stays" if len(f["always_first"]) == 1 else "stay"
    held = f"{always} {stay} among {among} in all of them." if always else f"Not one of {among} stays there in all."
    seldom = f" In less than half: {quoted(f['seldom_first'], say)}." if f["seldom_first"] else ""
    return f"{read} {held}{seldom}"


def _varied(f: Facts, say: Speaker) -> str:
    amount = say.count(f["noise_unit"])
    counted = LABELS["unit"].get(f["counted"], f["counted"]) if f["counted"] else ""
    return f"vary as if {amount} {counted} came and went at a time".replace("  ", " ")


def weight_sheets(f: Facts, say: Speaker) -> str:
    return (
        f"The orders of {plural(f['people'], 'person', 'people', say)} agree to {say.number(f['agreement'])} of 1 "
        f"(Kendall's W). They are farthest apart on {say.quoted(f['path'])}: rank {say.count(f['best_rank'])} to "
        f"{say.count(f['worst_rank'])}."
    )
