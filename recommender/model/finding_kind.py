"""What a kind of finding is: its code, its role and the facts that it carries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["reason", "finding", "warning", "answer", "summary"]


@dataclass(frozen=True, slots=True)
class FindingKind:
    """A documented kind of finding. Codes are stable and never reused.

    `subject` says of what the finding's subject is the id, `facts` which facts it carries.
    """

    code: str
    role: Role
    subject: str
    about: str
    facts: tuple[str, ...]


def kind_of_finding(code: str, role: Role, subject: str, about: str, facts: str = "") -> FindingKind:
    return FindingKind(code, role, subject, about, tuple(facts.split()))
