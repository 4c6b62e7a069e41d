"""Other regions: what they bring, what they get, and which few together."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import named, plural, quoted


def partner_brings(f: Facts, say: Speaker) -> str:
    who = f" ({named(f['brought_by'], say)})" if f["brought_by"] else ""
    what = f" brings {quoted(f['competences'], say)}" if f["competences"] else " joins"
    new = f" New to the region: {quoted(f['new'], say)}." if f["new"] else ""
    return (
        f"{say.name(f['partner'])}{who}{what}. Fully linked it would lift "
        f"{plural(len(f['paths']), 'path', 'paths', say)}, most of all {say.quoted(f['path'])}, from a fit of "
        f"{say.number(f['fit_from'])} to {say.number(f['fit_to'])} of 1.{new} {_links(f, say)}"
    )


def _links(f: Facts, say: Speaker) -> str:
    if f["full"] <= 0:
        return "The links of today give none of that."
    today, proposed = (say.percent(min(1.0, f[name] / f["full"])) for name in ("today", "proposed"))
    return f"The links of today give {today} of that gain, a channel of half strength {proposed}."


def partner_receives(f: Facts, say: Speaker) -> str:
    what = f" brings {quoted(f['competences'], say)} and" if f["competences"] else ""
    joint = f" Both gain in {quoted(f['joint'], say)}." if f["joint"] else ""
    return (
        f"In return the region{what} would lift {plural(len(f['paths']), 'path', 'paths', say)} of "
        f"{say.name(f['partner'])}, as far as its actors are known: {say.quoted(f['path'])} from a fit of "
        f"{say.number(f['fit_from'])} to {say.number(f['fit_to'])} of 1.{joint}"
    )


def partner_similar(f: Facts, say: Speaker) -> str:
    return (
        f"{say.name(f['partner'])} is similar rather than complementary: the region holds {say.percent(f['overlap'])} "
        f"of what its known actors can do. Good for learning together, less for filling gaps."
    )


def partner_unknown(f: Facts, say: Speaker) -> str:
    if not f["partners"]:
        return "The profile names no partner region: ask which channels to other regions there are."
    return f"No actors are known of {named(f['partners'], say)}: ask who they are and what they can do."


def consortium(f: Facts, say: Speaker) -> str:
    new = f"; new to the region: {quoted(f['new'], say)}" if f["new"] else ""
    sure = "Every other choice was tried." if f["exact"] else f"Others could add at most {say.tenths(f['gap'])} more."
    most = f", above all {quoted(f['paths'], say)}" if f["paths"] else ""
    return (
        f"Best together: {named(f['partners'], say) or 'nobody'}. Fully linked they would lift "
        f"{plural(len(f['paths']), 'path', 'paths', say)}{most}{new}. {sure}"
    )


def region_silos(f: Facts, say: Speaker) -> str:
    many = plural(f["count"], "cluster", "clusters", say)
    whom = named(f["clusters_named"], say, most=5) or "nobody"
    return f"Of {many}, these have no link of their own to another region in the profile: {whom}."
