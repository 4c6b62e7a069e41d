"""What scenarios assume and what they change."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import listed, plural, quoted

SHOWN = 0.001
"""What is less than this is not seen in three decimals."""


def scenario_outcome(f: Facts, say: Speaker) -> str:
    name = say.local(f["scenario"])
    told = []
    if f["new"]:
        told.append(f"{quoted(f['new'], say)} {'becomes' if len(f['new']) == 1 else 'become'} possible")
    if f["gone"]:
        told.append(f"{quoted(f['gone'], say)} {'is' if len(f['gone']) == 1 else 'are'} no longer possible")
    if f["up"]:
        told.append(plural(f["up"], "moves up", "move up", say))
    if f["down"]:
        told.append(plural(f["down"], "moves down", "move down", say))
    if f["pushed"]:
        told.append(f"{plural(f['pushed'], 'makes', 'make', say)} room")
    if not told:
        return f"{name}: nothing changes its place."
    first = f" First comes {say.quoted(f['first'])}." if f["first"] else ""
    return f"{name}: {listed(told, say, most=5)}.{first}"


def scenario_edit(f: Facts, say: Speaker) -> str:
    idle = " None of the paths that move does so because of it." if f["idle"] else ""
    reason = "For the same reason: " if f["reason_said"] else f"{say.local(f['reason']).rstrip('.')}: "
    place = f" ({f['place']})" if f["place"] else ""
    return f"{f['number']}. {reason}{_DONE[f['action']](f)}{place}.{idle}"


def parts_sampled(f: Facts, say: Speaker) -> str:
    error = f["standard_error"]
    bound = f"at most {say.thousandths(error)}" if error >= SHOWN else "under 0.001"
    return (
        f"What each of these {say.count(f['edits'])} edits adds is estimated, by making them in random orders. The "
        f"standard error of a part is {bound}; all parts add up exactly."
    )


_DONE = {
    "remove": lambda f: f"without {f['field']}",
    "add": lambda f: f"{f['field']} with {f['written']}",
    "set": lambda f: f"{f['field']} = {f['written']}",
    "scale": lambda f: f"{f['field']} × {f['written']}",
    "config": lambda f: f"setting {f['field']} = {f['written']}",
}
