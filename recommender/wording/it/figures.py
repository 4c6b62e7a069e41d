"""What a figure shows, for those who do not see it."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import listed, named, plural, quoted
from .labels import LABELS


def quadrants(f: Facts, say: Speaker) -> str:
    names = LABELS["quadrant"]
    told = listed(
        (f"{names[key].partition(':')[0]} {say.count(count)}" for key, count in f["quadrants"].items()), say, most=4
    )
    first = f" Il primo sulla via alta è {say.quoted(f['path'])}." if f["path"] else ""
    what = LABELS["listed"][f["listed"]]
    return (
        f"{say.count(f['count'])} {what} per affinità (in orizzontale) e complessità (in verticale), divisi alle "
        f"mediane di questi {what}: {told}.{first}{_borderline(f, say)}"
    )


def _borderline(f: Facts, say: Speaker) -> str:
    if f["borderline"] is None:
        return ""
    count = say.count(f["borderline"])
    return f" Le linee coprono nove estrazioni su dieci; al limite, cioè in nessun campo in nove su dieci: {count}."


def competence_map(f: Facts, say: Speaker) -> str:
    kind = LABELS["competence_kind"][f["kind"]]
    clusters = plural(f["clusters"], "cluster", "cluster", say)
    some = f["drawn_competences"] < f["count"] or f["drawn_clusters"] < f["clusters"]
    shown = f"competenze più diffuse ({say.count(f['drawn_competences'])})"
    drawn = f" Nel disegno: {shown} e cluster più valutati ({say.count(f['drawn_clusters'])})." if some else ""
    return (
        f"Competenze di tipo {kind}: {say.count(f['count'])} in {clusters}. La più diffusa è "
        f"{say.quoted(f['competence'])}: ne ha almeno una parte {say.count(f['held_by'])} su {clusters}, più di tutti "
        f"{say.name(f['best_actor'])} ({say.number(f['best_level'])} su 1).{drawn}"
    )


def actor_network(f: Facts, say: Speaker) -> str:
    alone = f["unlinked"]
    without = f" Senza alcun legame, e quindi non disegnati: {named(alone, say)}." if alone else ""
    some = f["drawn"] < f["actors"] - len(alone)
    drawn = f" Sono disegnati i {say.count(f['drawn'])} con più legami." if some else ""
    return (
        f"{plural(f['actors'], 'attore', 'attori', say)} e {plural(f['links'], 'legame', 'legami', say)}. Il maggior "
        f"numero di legami ({say.count(f['links_of_actor'])}) fa capo a {say.name(f['actor'])}.{drawn}{without}"
    )


def partner_map(f: Facts, say: Speaker) -> str:
    if not f["partners"]:
        return "Il profilo non nomina regioni partner."
    told = f"{plural(len(f['partners']), 'regione partner', 'regioni partner', say)}: {named(f['partners'], say)}."
    if f["partner"] is None:
        return f"{told} Di nessuna si sa che abbia di più di ciò che manca ai percorsi in graduatoria."
    gaps = plural(f["gaps"], "lacuna", "lacune", say)
    return f"{told} {say.name(f['partner'])} potrebbe aiutare con più di tutte: {gaps} dei percorsi in graduatoria."


def competence_space(f: Facts, say: Speaker) -> str:
    held, partly, absent, unknown = (
        say.count(f["competence_states"].get(state, 0)) for state in ("held", "partly", "absent", "unknown")
    )
    short = (
        f" Di ciò che non c'è per intero, più percorsi richiedono {quoted(f['competences'], say)}."
        if f["competences"]
        else ""
    )
    return (
        f"Competenze richieste dai percorsi: {say.count(f['count'])}, unite dove gli stessi percorsi le richiedono. "
        f"Presenti quanto chiesto in media: {held}; in parte: {partly}; "
        f"valutate assenti: {absent}; non valutate: {unknown}.{short}"
    )


def activity_space(f: Facts, say: Speaker) -> str:
    found = f["activity_states"]
    next_ones = f" Tra le prime candidate: {named(f['activities'], say)}." if f["activities"] else ""
    return (
        f"Attività: {say.count(f['count'])}, unite dove le stesse regioni sono specializzate in entrambe. "
        f"Questa regione è specializzata in {say.count(found.get('specialised', 0))} di esse.{next_ones}"
    )
