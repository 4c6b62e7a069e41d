"""Reasons in a few words, for a table cell."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import quoted


def missing_essential(f: Facts, say: Speaker) -> str:
    return (
        f"lacks {say.quoted(f['competence'])}: has {say.number(f['available'])}, needs "
        f"{say.number(f['required'])} or more of 1"
    )


def not_assessed(f: Facts, say: Speaker) -> str:
    return f"ask about {quoted(f['competences'], say)}"


def below_bar(f: Facts, say: Speaker) -> str:
    return f"fit {say.number(f['fit'])} of 1, needs {say.number(f['bar'])}"


def excluded_activity(f: Facts, say: Speaker) -> str:
    return say.local(f["reason"])


def already_present(f: Facts, say: Speaker) -> str:
    return f"already specialised (location quotient {say.number(f['location_quotient'])})"


def no_data(f: Facts, say: Speaker) -> str:
    return "suppressed or missing"
