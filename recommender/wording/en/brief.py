"""Reasons in a few words, for a table cell."""

from __future__ import annotations

from ...model.finding import Facts
from ..numbers import NOTHING
from ..speaker import Speaker
from ._apart import explained
from ._lists import quoted
from ._outputs import why_stale


def missing_essential(f: Facts, say: Speaker) -> str:
    return f"lacks {say.quoted(f['competence'])} ({say.number(f['available'])}, minimum {say.number(f['minimum'])})"


def essential_not_assessed(f: Facts, say: Speaker) -> str:
    return f"ask about {quoted(f['essentials'], say)}"


def not_assessed(f: Facts, say: Speaker) -> str:
    return quoted(f["competences"], say) or say.count(f["needs"] - f["needs_assessed"])


def below_bar(f: Facts, say: Speaker) -> str:
    return f"fit {say.number(f['fit'])}, bar {say.number(f['bar'])}"


def below_lift(f: Facts, say: Speaker) -> str:
    return f"entered {say.number(f['entry_lift'])} times as often as candidates on average"


def excluded_activity(f: Facts, say: Speaker) -> str:
    return say.local(f["reason"])


def already_present(f: Facts, say: Speaker) -> str:
    return f"already specialised (location quotient {say.number(f['location_quotient'])})"


def no_data(f: Facts, say: Speaker) -> str:
    return "suppressed or missing"


def views_apart(f: Facts, say: Speaker) -> str:
    return explained(f, say)


def output_stale(f: Facts, say: Speaker) -> str:
    return why_stale(f, say) or NOTHING
