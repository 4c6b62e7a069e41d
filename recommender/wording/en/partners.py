"""Other regions: what they bring, what they get, and which few together."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import listed, named, plural, quoted
from .labels_partners import LABELS


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
    such_as = ", such as" if len(f["paths"]) > 1 else ":"
    return (
        f"In return the region would lift {plural(len(f['paths']), 'path', 'paths', say)} of {say.name(f['partner'])}"
        f"{what}{such_as} {say.quoted(f['path'])} (fit {say.number(f['fit_from'])} → {say.number(f['fit_to'])} of 1)."
        f"{joint}"
    )


def partner_to_ask(f: Facts, say: Speaker) -> str:
    what, who = quoted(f["competences"], say, most=2) or "some of it", say.name(f["partner"])
    return (
        f"Nobody here was assessed for {what}, which {who} holds: ask here first. If the region lacks them, it would "
        f"lift {plural(len(f['paths']), 'path', 'paths', say)}{_such_as(f, say)}."
    )


def return_to_ask(f: Facts, say: Speaker) -> str:
    what, who = quoted(f["competences"], say, most=2) or "some of it", say.name(f["partner"])
    return (
        f"Not assessed there, so not counted: {what}, which the region holds. Ask {who}: if it lacks them, "
        f"{plural(len(f['paths']), 'path', 'paths', say)} would be lifted there{_such_as(f, say)}."
    )


def _such_as(f: Facts, say: Speaker) -> str:
    such_as = ", such as" if len(f["paths"]) > 1 else ":"
    return f"{such_as} {say.quoted(f['paths'][0])}" if f["paths"] else ""


def partner_path(f: Facts, say: Speaker) -> str:
    led = f", led by {say.name(f['lead'])}," if f["lead"] else ""
    head = f"{say.quoted(f['path'])}{led} has a fit of {say.number(f['fit'])} of 1."
    partner = listed(
        [f"{verb} {quoted(f[key], say)}" for key, verb in (("closes", "close"), ("narrows", "narrow")) if f[key]], say
    )
    told = [
        f"Partners would {partner}." if partner else "No known partner holds more of what it lacks than the region.",
        f"Somebody here holds more of {quoted(f['inside'], say)} than reaches the lead: link to them first."
        if f["inside"]
        else "",
        f"Nobody here was assessed for {quoted(f['ask_here'], say)}: ask first." if f["ask_here"] else "",
        f"Nobody known holds more of {quoted(f['nowhere'], say)}: build it." if f["nowhere"] else "",
    ]
    if not any(f[key] for key in ("closes", "narrows", "inside", "ask_here", "nowhere")):
        return f"{head} It lacks nothing."
    return " ".join([head, *filter(None, told)])


def partner_no_help(f: Facts, say: Speaker) -> str:
    path = say.quoted(f["path"])
    if f["possible_today"]:
        return f"{path} is possible today, and no known partner, alone or with others, would lift it."
    if f["nowhere"]:
        why = f"nobody known, here or there, holds enough of its essential {quoted(f['nowhere'], say)}"
    elif f["ask_here"]:
        why = f"of its essential {quoted(f['ask_here'], say)} nobody here was assessed: ask first"
    elif f["passenger"]:
        why = "the region holds none of its essentials well enough, and would be a passenger"
    else:
        why = "what they hold more of than the region is not what it lacks"
    return f"No known partner, alone or with others, would make {path} possible: {why}."


def partners_left_out(f: Facts, say: Speaker) -> str:
    names = listed((say.local(name) for name in f["texts"]), say) or "nobody"
    one = len(f["texts"]) == 1
    return (
        f"Left out of the folder: {names}, which {'has' if one else 'have'} no NUTS code, as made-up regions have "
        f"none. Name the file itself to count {'it' if one else 'them'}."
    )


def partners_need_profile(f: Facts, say: Speaker) -> str:
    return (
        "Without a profile only activities can be compared: which regions are specialised in what, not who there could "
        "work with whom."
    )


def regions_outside(f: Facts, say: Speaker) -> str:
    where = listed((LABELS["country"].get(code, code) for code in f["countries"]), say, most=9) or "another country"
    return (
        f"Marked * ({where}): outside the European Union and its cohesion policy; whether an Interreg programme or an "
        f"association to Horizon Europe covers a joint project has to be checked."
    )


def partner_similar(f: Facts, say: Speaker) -> str:
    who, held = say.name(f["partner"]), say.percent(f["overlap"])
    if f["competences"]:
        return (
            f"{who} is similar, for the region holds {held} of what its known actors can do; but it holds more of "
            f"{quoted(f['competences'], say)} than anybody here, and in that it is complementary."
        )
    return (
        f"{who} is similar rather than complementary: the region holds {held} of what its known actors can do, and "
        f"nothing that they hold more of would lift a path."
    )


def regions_alike(f: Facts, say: Speaker) -> str:
    alone = len(f["regions_named"]) == 1
    shares = [say.percent(f[name]) for name in ("high", "low") if f[name] is not None]
    common = " to ".join(dict.fromkeys(shares)) or "some"
    above, partners = listed(f["regions_above"], say), named(f["partners"], say)
    rest = f" Alike on the whole, {above} would still add around a single activity below." if above else ""
    if partners:
        rest += f" Alike in activities, {partners} still holds competences of which nobody here holds as much."
    return (
        f"By statistics {listed(f['regions_named'], say, most=5) or 'nobody'} {'is' if alone else 'are'} most alike: "
        f"{common} of the activities in which either is specialised are common to both."
        f"{rest}"
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
    whole = len(f["partners"]) == f["partners_known"]
    head = f"Best choice of at most {say.count(min(f['at_most'], f['partners_known']))} out of {known}"
    if whole:
        head = "The only one of whom actors are known" if f["partners_known"] == 1 else "All of whom actors are known"
    share = f["added"] / f["added_by_all"] if f["added_by_all"] > 0 else 1.0
    of_all = "" if whole else f", {say.percent(min(1.0, share))} of what all {known} would"
    return (
        f"{head}: {chosen}. Fully linked, {plural(len(f['paths']), 'path', 'paths', say)} would be lifted; of the "
        f"needs of these, by weight, {say.percent(f['covered_to'])} would be covered instead of "
        f"{say.percent(f['covered_from'])}.{new} That adds {say.number(f['added'])} in net fit (1 is one path from no "
        f"fit to a full one){of_all}.{'' if whole else _sure(f, say)}"
    )


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
        return (
            f"Today's links{f', to {idle},' if idle else ''} lift no path that would then be possible: what reaches us "
            f"over them somebody here holds as much of."
        )
    rest = f" Those to {idle} lift none." if idle else ""
    return f"With what nobody here holds as much of, today's links lift {listed(used, say, most=5)}.{rest}"


def region_silos(f: Facts, say: Speaker) -> str:
    many = plural(f["count"], "cluster", "clusters", say)
    whom = named(f["clusters_named"], say, most=3) or "nobody"
    none = "has" if len(f["clusters_named"]) == 1 else "have"
    return (
        f"{say.count(len(f['clusters_named']))} of {many} {none} no link of their own to another region in the "
        f"profile: {whom}."
    )
