"""Other regions: what they bring, what they get, and which few together."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import listed, named, plural, quoted


def partner_brings(f: Facts, say: Speaker) -> str:
    who = f" ({named(f['brought_by'], say)})" if f["brought_by"] else ""
    what = f" would bring {quoted(f['competences'], say, most=2)}" if f["competences"] else " would join"
    new = ", not possible today" if f["path"] in f["new"] else ""
    new = ", whose needs nobody here has assessed in full" if f["path"] in f["paths_to_ask"] else new
    count = len(f["paths"])
    return (
        f"{say.name(f['partner'])}{who}{what}. Fully linked it would lift {plural(count, 'path', 'paths', say)}"
        f"{', most of all' if count > 1 else ':'} {say.quoted(f['path'])}{new} (fit {say.number(f['fit_from'])} → "
        f"{say.number(f['fit_to'])} of 1)."
    )


def partner_receives(f: Facts, say: Speaker) -> str:
    what = f" with {quoted(f['competences'], say, most=2)}" if f["competences"] else ""
    joint = f" Both sides gain in {plural(len(f['joint']), 'path', 'paths', say)}." if f["joint"] else ""
    return (
        f"In return the region would lift {plural(len(f['paths']), 'path', 'paths', say)} of {say.name(f['partner'])}"
        f"{what}, such as {say.quoted(f['path'])} (fit {say.number(f['fit_from'])} → {say.number(f['fit_to'])} of 1)."
        f"{joint}"
    )


def partner_similar(f: Facts, say: Speaker) -> str:
    return (
        f"{say.name(f['partner'])} is similar rather than complementary: the region holds {say.percent(f['overlap'])} "
        f"of what its known actors can do."
    )


def regions_alike(f: Facts, say: Speaker) -> str:
    alone = len(f["regions_named"]) == 1
    shares = [say.percent(f[name]) for name in ("high", "low") if f[name] is not None]
    common = " to ".join(dict.fromkeys(shares)) or "some"
    return (
        f"By statistics {listed(f['regions_named'], say, most=5) or 'nobody'} {'is' if alone else 'are'} alike rather "
        f"than complementary: {common} of the activities in which either is specialised are common to both."
    )


def partner_unknown(f: Facts, say: Speaker) -> str:
    if not f["partners"]:
        return "The profile names no partner region: ask which links to other regions there are."
    return f"No actors are known of {named(f['partners'], say)}: ask who they are and what they can do."


def consortium(f: Facts, say: Speaker) -> str:
    new = f" Not possible without them today: {quoted(f['new'], say, most=2)}." if f["new"] else ""
    if f["paths_to_ask"]:
        new += f" Perhaps possible without them, to ask about first: {quoted(f['paths_to_ask'], say, most=2)}."
    chosen, known = named(f["partners"], say, most=len(f["partners"])) or "nobody", say.count(f["partners_known"])
    several = f["partners_known"] > 1
    head = (
        f"Best choice of at most {say.count(min(f['at_most'], f['partners_known']))} out of {known}"
        if several
        else "The only one of whom we know"
    )
    share = f["added"] / f["added_by_all"] if f["added_by_all"] > 0 else 1.0
    of_all = f", {say.percent(min(1.0, share))} of what all {known} would" if several else ""
    return (
        f"{head}: {chosen}. Fully linked, {plural(len(f['paths']), 'path', 'paths', say)} would be lifted; of what "
        f"these need, by weight, {say.percent(f['covered_to'])} would be covered instead of "
        f"{say.percent(f['covered_from'])}.{new} That adds {say.number(f['added'])} in net fit (1 is one path from no "
        f"fit to a full one){of_all}.{_sure(f, say) if several else ''}{_similar(f, say)}"
    )


def _similar(f: Facts, say: Speaker) -> str:
    who = named(f["similar"], say)
    return f" What {who} would bring, actors of the region hold as well: look for links inside it first." if who else ""


def _sure(f: Facts, say: Speaker) -> str:
    if f["exact"]:
        return " All choices were tried: no other adds more."
    if round(f["gap"], 2) == 0:
        return " They were taken one at a time; no other choice adds more."
    return f" They were taken one at a time: another choice might add up to {say.number(f['gap'])} more in net fit."


def partner_links(f: Facts, say: Speaker) -> str:
    used = [
        f"{plural(len(paths), 'path', 'paths', say)} with {say.name(partner)}"
        for partner, paths in f["paths_of_partners"].items()
    ]
    idle = named(f["partners"], say, most=5)
    if not used:
        return f"Today's links{f', to {idle},' if idle else ''} lift no path that would then be possible."
    rest = f" Those to {idle} lift none." if idle else ""
    return f"Today's links lift {listed(used, say, most=5)}.{rest}"


def region_silos(f: Facts, say: Speaker) -> str:
    many = plural(f["count"], "cluster", "clusters", say)
    whom = named(f["clusters_named"], say, most=3) or "nobody"
    none = "has" if len(f["clusters_named"]) == 1 else "have"
    return (
        f"{say.count(len(f['clusters_named']))} of {many} {none} no link of their own to another region in the "
        f"profile: {whom}."
    )
