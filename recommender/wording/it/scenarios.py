"""Che cosa presumono gli scenari e che cosa cambiano."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import listed, plural, quoted

SHOWN = 0.001
"""Quel che è meno di questo non si vede in tre decimali."""


def scenario_outcome(f: Facts, say: Speaker) -> str:
    name = say.local(f["scenario"])
    told = []
    if f["new"]:
        told.append(f"{quoted(f['new'], say)} {'diventa possibile' if len(f['new']) == 1 else 'diventano possibili'}")
    if f["gone"]:
        verb = "non è più possibile" if len(f["gone"]) == 1 else "non sono più possibili"
        told.append(f"{quoted(f['gone'], say)} {verb}")
    if f["up"]:
        told.append(f"{plural(f['up'], 'sale', 'salgono', say)}")
    if f["down"]:
        told.append(f"{plural(f['down'], 'scende', 'scendono', say)}")
    if f["pushed"]:
        told.append(f"{plural(f['pushed'], 'fa', 'fanno', say)} posto")
    if not told:
        return f"{name}: niente cambia posto."
    first = f" Al primo posto: {say.quoted(f['first'])}." if f["first"] else ""
    return f"{name}: {listed(told, say, most=5)}.{first}"


def scenario_edit(f: Facts, say: Speaker) -> str:
    idle = " Nessuno dei percorsi che si spostano lo fa per questo." if f["idle"] else ""
    reason = "Per lo stesso motivo: " if f["reason_said"] else f"{say.local(f['reason']).rstrip('.')}: "
    place = f" ({f['place']})" if f["place"] else ""
    return f"{f['number']}. {reason}{_DONE[f['action']](f)}{place}.{idle}"


def parts_sampled(f: Facts, say: Speaker) -> str:
    error = f["standard_error"]
    bound = f"al massimo {say.thousandths(error)}" if error >= SHOWN else "meno di 0,001"
    return (
        f"Quanto aggiunge ognuna di queste {say.count(f['edits'])} modifiche è stimato, facendole in ordini casuali. "
        f"L'errore standard di una parte è {bound}; la somma delle "
        f"parti è esatta."
    )


_DONE = {
    "remove": lambda f: f"senza {f['field']}",
    "add": lambda f: f"{f['field']} con {f['written']}",
    "set": lambda f: f"{f['field']} = {f['written']}",
    "scale": lambda f: f"{f['field']} × {f['written']}",
    "config": lambda f: f"impostazione {f['field']} = {f['written']}",
}
