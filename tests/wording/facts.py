"""Findings of every kind with every sort of facts, made from what the model says about facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from recommender.model.config import CRITERIA
from recommender.model.finding import FACTS, KINDS, Finding
from recommender.model.recommendation import BANDS, NoveltyLabel, Transformation

IDS = {
    "actor": ("actor_one", "actor_two", "actor_three"),
    "competence": ("competence_one", "competence_two", "competence_three", "competence_four", "competence_five"),
    "opportunity": ("path_one", "path_two", "path_three", "path_four", "path_five", "path_six"),
    "activity": ("X01", "X02"),
}
NAMES = {
    ident: {"en": f"Label {ident[-3:]}", "it": f"Nome {ident[-3:]}"} for idents in IDS.values() for ident in idents
}
WORDS = {
    "band_from": BANDS, "band_to": BANDS, "band": BANDS, "criterion": CRITERIA,
    "left_out": CRITERIA[:2],
    "declared": get_args(Transformation), "found": get_args(Transformation), "label": get_args(NoveltyLabel),
    "change": (),  # differs between the kinds that carry it
}  # fmt: skip
CHANGES = {
    "change_raises": ("raise_competence", "strengthen_link", "add_link", "bring_in_partner", "find_out"),
    "roadmap_shortcut": ("add_link", "strengthen_link", "bring_in_partner"),
    "change_lowers": ("lose_actor", "lose_competence", "lose_link"),
}
NEVER_NONE = {("luck", "percentile"), ("disagrees_with_declared_kind", "declared"), ("score", "score")}
"""Facts that may be None in another kind."""

SHARES = {"technological": 0.25, "organisational": 0.0, "business_model": 1.0}
OBJECTS = {
    "competence_states": {"held": 4, "partly": 2, "absent": 1, "unknown": 0},
    "activity_states": {"specialised": 3, "candidate": 2, "other": 5},
    "relatedness_files": [{"measure": "input-output", "file": "io.csv", "weight": 0.5, "covered": 34}],
    "related": [{"activity": "X01", "contribution": 0.31}, {"activity": "X02", "contribution": 0.2}],
    "strongest": [{"activity": "X01", "location_quotient": 3.21}, {"activity": "X02", "location_quotient": 1.4}],
    "bands": {"high": 2, "medium": 1, "low": 0, "not_assessed": 3, "not_yet": 4},
    "criteria": {"relatedness": 0.9, "complexity": 0.7},
    "weights": {"relatedness": 0.6, "complexity": 0.4},
    "quadrants": {"high_road": 3, "slow_road": 2, "casino": 0, "dead_end": 1},
    "basis": {"relatedness": "both", "complexity": "judged"},
    "asked_of": [{"actor": "actor_one", "facts": {"institutions": 0.0, "sme_share": 0.9}}],
    "carried": {"green": 0.25, "social": 0.1},
    "paths_of_partners": {"actor_one": ["path_one", "path_two"], "actor_two": ["path_one"]},
    "challenged": {"digital": 0.6},
    "specialised_in": {
        "lq_exports": {"value": 1.8, "year": 2019, "evidence": "proxy", "note": "X01 only"},
        "rta_patents": {"value": 2.4, "year": None, "evidence": "judged", "note": None},
    },
    "stated": {
        "employees": {"value": 8601.0, "year": 2014, "evidence": "proxy", "note": "X01 only"},
        "lq_employment": {"value": 1.36, "year": 2014, "evidence": "measured", "note": None},
        "share_of_region": {"value": 0.12, "year": None, "evidence": "judged", "note": None},
    },
    "inputs": [
        {"activity": "X01", "contribution": 0.31, "location_quotient": 1.4},
        {"activity": "X02", "contribution": 0.2, "location_quotient": None},
    ],
    "transition_means": {"green": 0.45, "social": 0.3},
    "transition_best": {"green": "path_one"},
    "new_to_lead": SHARES,
    "new_to_region": SHARES,
    "steps": [{"old": "XX12", "new": "XX34", "vintage": "2016"}],
    "sources": [
        {"kind": "linked", "id": "actor_one", "supply": 0.9, "access": 0.3, "partner": None},
        {"kind": "unlinked", "id": "actor_two", "supply": 0.5, "access": 0.0, "partner": None},
        {"kind": "partner", "id": "actor_three", "supply": 0.8, "access": 0.4, "partner": "actor_one"},
        {"kind": "partner", "id": "actor_three", "supply": 0.8, "access": 0.4, "partner": None},
    ],
}
TEXTS = {
    "key": "competence_one", "lens": "balanced", "reference": "eu-nuts2", "id": "s_one", "title": "A survey",
    "publisher": "Somebody", "url": "https://example.org/survey", "given": "XX12", "held": "XX34",
    "message": "something deserves a look", "place": "profile.yaml:12", "counted": "persons employed",
    "field": "clusters.motor.competences", "written": "0.6", "wanted": "0.70", "tolerance": "0.05",
    "regions_named": "Veneto", "regions_above": "Marche", "countries": "UK",
    "files": "profile.yaml", "version": "0.2.0", "version_from": "0.1.0", "topics": "s3_body",
    "declared_in": "Strategy 2021-2027, Region, 2021",
    "read_in": "Smart Specialisation Strategy, Region",
}  # fmt: skip


def words(name: str) -> tuple[str, ...]:
    """The words a fact may be: those that FACTS lists."""
    if name in WORDS:
        return WORDS[name]
    listed = FACTS[name].about.split(": ")[-1]
    return tuple(word.strip() for word in listed.replace(";", ",").split(","))


def choices(name: str, kind: str) -> list[Any]:
    """Values that a fact may take; the first is the plainest."""
    known = FACTS[name].type
    found = _choices(name, known.rstrip("?").removesuffix("[]"), kind)
    if known.rstrip("?").endswith("[]") and name not in OBJECTS:
        many = list(found)
        found = [many[:2], many[:1], many, *([] if (kind, name) == ("prerequisite", "paths") else [[]])]
    return [*found, None] if known.endswith("?") and (kind, name) not in NEVER_NONE else found


def _choices(name: str, known: str, kind: str) -> list[Any]:
    if name in OBJECTS:
        plainest = OBJECTS[name]
        return [plainest, *([] if name in ("bands", "quadrants", "sources") else [type(plainest)()])]
    if name == "change":
        return list(CHANGES[kind])
    match known:
        case "share" | "level":
            return [0.42, 0.0, 1.0, 0.004, 0.996, 1 / 3]
        case "number":
            return [3.21, 0.0, 17.25]
        case "count":
            return [12, 0, 1, 1234]
        case "flag":
            return [True, False]
        case "word":
            return list(words(name))
        case "text":
            return [TEXTS[name]]
        case "local text":
            return [{"en": "As somebody wrote.", "it": "Come qualcuno ha scritto."}, "Without a language."]
    return list(IDS[known])


def findings(kind: str) -> Iterator[Finding]:
    """The plainest finding of a kind, then one for each other value of each fact."""
    plainest = {name: choices(name, kind)[0] for name in KINDS[kind].facts}
    yield Finding(kind, "subject", _consistent(kind, dict(plainest), ""))
    for name in plainest:
        for value in choices(name, kind)[1:]:
            yield Finding(kind, "subject", _consistent(kind, {**plainest, name: value}, name))


def _consistent(kind: str, facts: dict[str, Any], changed: str) -> dict[str, Any]:
    """Facts that could come from the analysis: no more assessed than there are."""
    for part, whole in (("needs_assessed", "needs"), ("needs_met", "needs"), ("not_assessed", "count")):
        if part in facts and whole in facts and facts[part] > facts[whole]:
            facts[part if changed == whole else whole] = facts[whole if changed == whole else part]
    if kind == "difference" and facts["aspect"] == "criterion":
        facts["key"] = "relatedness"
    return facts
