"""Steps towards several paths, and how long they take."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import plural, quoted


def roadmap(f: Facts, say: Speaker) -> str:
    paths = quoted(f["paths"], say) or "the paths"
    if not f["count"]:
        return f"No step is needed, or none is known, for {paths}."
    start = f" from {f['year']}" if f["year"] is not None else ""
    fits = f"That fits until {f['until']}." if f["fits"] else f"That does not fit until {f['until']}."
    lead = "leads" if f["count"] == 1 else "lead"
    return (
        f"{plural(f['count'], 'step', 'steps', say)} {lead} to {paths}, one after the other in "
        f"{say.tenths(f['years'])} years{start}. {fits}"
    )


def roadmap_now(f: Facts, say: Speaker) -> str:
    return f"{say.quoted(f['path'])} is possible today and can start."


def roadmap_closed(f: Facts, say: Speaker) -> str:
    return f"{say.quoted(f['path'])} is out of reach with a few changes, so no step here leads to it; see `ris3 goal`."


def roadmap_pace(f: Facts, say: Speaker) -> str:
    return (
        f"Assumed, not measured: {say.tenths(f['competence_years'])} years for a competence to rise from 0 to 1, "
        f"{say.tenths(f['link_years'])} for a link, {say.tenths(f['partner_years'])} to bring in a partner (settings "
        f"`pace`). Levels are the indicators: today and when the step is done."
    )
