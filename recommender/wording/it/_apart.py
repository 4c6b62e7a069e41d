"""What explains that competences and statistics disagree about a path."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import listed, quoted

HOLDER = {
    "holder_not_counted": "non contato in alcuna attività",
    "division_wider_than_holder": "contato in {home}, più ampio di ciò che fa e non una specialità della regione",
    "holder_counted_elsewhere": "contato in {home}, che qui le statistiche non guardano",
}


def holder(f: Facts, say: Speaker) -> str:
    """Chi guiderebbe, e chi apporta di più se è un altro."""
    part = f"{say.percent(f['main_share'])} dell'aderenza"
    if f["lead"] in (None, f["main_holder"]):
        return f"{say.name(f['main_holder'])} lo guiderebbe e apporta di più ({part})"
    return f"{say.name(f['main_holder'])} apporta di più ({part}; lo guiderebbe {say.name(f['lead'])})"


def explained(f: Facts, say: Speaker) -> str:
    """Le ragioni, la più eloquente per prima."""
    return "; ".join(_reason(why, f, say) for why in f["apart_because"]) or "senza spiegazione"


def _reason(why: str, f: Facts, say: Speaker) -> str:
    if why == "mostly_present":
        there = listed(map(say.activity, f["activities_present"]), say) or "quasi tutto"
        left = f"il {say.percent(f['share_present'])} è già una specialità della regione e resta fuori: {there}"
        return f"{left}; {holder(f, say)}"
    if why == "nobody_brings_any":
        if f["competences_ahead"]:
            return (
                "nessuno, per quanto si sa, ne apporta: il suo posto tra i percorsi inventati è una parità, non forza"
            )
        return "nessuno, per quanto si sa, ne apporta"
    if why == "competences_short":
        return f"ciò che la regione fa è vicino, ma sono insufficienti {quoted(f['competences'], say) or 'molte cose'}"
    if why == "not_more_than_luck":
        return "ciò che la regione fa è vicino, ma molti percorsi inventati aderiscono altrettanto"
    wide = why == "division_wider_than_holder"
    under = [code for code in f["main_activities"] if not wide or code in f["activities"]]
    home = listed(map(say.activity, under), say) or "altre attività"
    return f"{holder(f, say)}, {HOLDER[why].format(home=home)}"
