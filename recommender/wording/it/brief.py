"""Reasons in a few words, for a table cell."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import quoted


def missing_essential(f: Facts, say: Speaker) -> str:
    has, needs = say.number(f["available"]), say.number(f["required"])
    return f"manca {say.quoted(f['competence'])}: c'è {has}, serve almeno {needs} su 1"


def not_assessed(f: Facts, say: Speaker) -> str:
    return f"chiedere di {quoted(f['competences'], say)}"


def below_bar(f: Facts, say: Speaker) -> str:
    return f"aderenza {say.number(f['fit'])} su 1, serve {say.number(f['bar'])}"


def excluded_activity(f: Facts, say: Speaker) -> str:
    return say.local(f["reason"])


def already_present(f: Facts, say: Speaker) -> str:
    return f"già specializzata (quoziente di localizzazione {say.number(f['location_quotient'])})"


def no_data(f: Facts, say: Speaker) -> str:
    return "dato riservato o mancante"
