"""Reasons in a few words, for a table cell."""

from __future__ import annotations

from ...model.finding import Facts
from ..numbers import NOTHING
from ..speaker import Speaker
from ._apart import explained
from ._lists import quoted
from ._outputs import why_stale


def missing_essential(f: Facts, say: Speaker) -> str:
    return f"manca {say.quoted(f['competence'])} ({say.number(f['available'])}, minimo {say.number(f['minimum'])})"


def essential_not_assessed(f: Facts, say: Speaker) -> str:
    return f"chiedere di {quoted(f['essentials'], say)}"


def not_assessed(f: Facts, say: Speaker) -> str:
    return quoted(f["competences"], say) or say.count(f["needs"] - f["needs_assessed"])


def below_bar(f: Facts, say: Speaker) -> str:
    return f"aderenza {say.number(f['fit'])}, soglia {say.number(f['bar'])}"


def below_lift(f: Facts, say: Speaker) -> str:
    return f"vi si entra {say.number(f['entry_lift'])} volte quanto nei candidati in media"


def excluded_activity(f: Facts, say: Speaker) -> str:
    return say.local(f["reason"])


def already_present(f: Facts, say: Speaker) -> str:
    return f"già specializzata (quoziente di localizzazione {say.number(f['location_quotient'])})"


def no_data(f: Facts, say: Speaker) -> str:
    return "dato riservato o mancante"


def views_apart(f: Facts, say: Speaker) -> str:
    return explained(f, say)


def output_stale(f: Facts, say: Speaker) -> str:
    return why_stale(f, say) or NOTHING
