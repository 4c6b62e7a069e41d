"""The annex as a workbook: every table a sheet, numbers unrounded, names of columns that stay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ...model.profile import Profile
from ...model.recommendation import Opportunity, Recommendation
from ...model.report import Report
from ...wording import sentence
from ..plain import plain
from ..tables import table_of
from ..tables.study import tables_of
from ..views._words import Words
from . import DOCUMENTS, Kind, Wish
from ._workbook import Workbook

Sheet = tuple[str, Sequence[str], Sequence[Sequence[Any]]]


def write(report: Report, wish: Wish) -> bytes:
    words = Words(report.recommendation, wish.language)
    book = Workbook(words.region())
    for name, heads, rows in sheets(report, words):
        if rows:
            book.add(name, heads, plain(rows))
    return book.bytes()


def sheets(report: Report, words: Words) -> Iterator[Sheet]:
    """Every table, with what it is called."""
    answer = report.recommendation
    everything = (*answer.opportunities, *answer.not_recommended)
    yield "opportunities", *table_of(answer, words.language)
    yield _criteria(everything)
    yield _needs(everything, words)
    yield _gaps(everything, words)
    if report.profile is not None:
        yield from _profile(report.profile, words)
    heads = ("activity", "name", "location_quotient", "status")
    yield (
        "strengths",
        heads,
        [(item.code, words.name(item.code), item.location_quotient, item.status) for item in answer.strengths],
    )
    for study in report.further.values():
        yield from ((name, *rows) for name, rows in tables_of(study, words.language).items())
    yield _findings(answer, words)
    yield "settings", ("setting", "value"), list(answer.settings.items())
    fields = ("title", "publisher", "year", "url")
    yield (
        "sources",
        ("id", *fields),
        [(name, *(source[key] for key in fields)) for name, source in answer.sources.items()],
    )
    yield "files", ("file", "sha256"), [(item.name, item.sha256) for item in answer.inputs]


def _criteria(everything: Sequence[Opportunity]) -> Sheet:
    rows = [
        (item.id, name, value, item.weights.get(name), item.basis.get(name))
        for item in everything
        for name, value in item.criteria.items()
    ]
    return "criteria", ("opportunity", "criterion", "value", "weight", "basis"), rows


def _needs(everything: Sequence[Opportunity], words: Words) -> Sheet:
    heads = ("opportunity", "competence", "name", "kind", "essential", "weight", "needed", "reaches_the_lead",
             "share_met", "supplier", "stands_in", "best_in_region", "assessed")  # fmt: skip
    rows = [
        (item.id, need.competence, words.name(need.competence), need.kind, need.essential, need.weight, need.level,
         need.available, need.share, need.supplier, need.nearby, need.best_in_region, need.assessed)
        for item in everything if item.competence for need in item.competence.needs
    ]  # fmt: skip
    return "needs", heads, rows


def _gaps(everything: Sequence[Opportunity], words: Words) -> Sheet:
    heads = ("opportunity", "competence", "name", "essential", "needed", "reaches_the_lead", "fit_lost",
             "source_kind", "source", "source_name", "partner_region", "source_level", "access")  # fmt: skip
    rows = [
        (item.id, gap.competence, words.name(gap.competence), gap.essential, gap.level, gap.available, gap.lost,
         *((source.kind, source.id, words.name(source.id), source.partner, source.supply, source.access)
           if source else (None,) * 6))
        for item in everything for gap in item.gaps for source in gap.sources or (None,)
    ]  # fmt: skip
    return "gaps", heads, rows


def _profile(profile: Profile, words: Words) -> Iterator[Sheet]:
    heads = ("actor", "actor_name", "kind", "competence", "name", "level", "evidence", "source", "year", "confidence")
    rows = [
        (actor.id, words.name(actor.id), type(actor).__name__.lower(), competence, words.name(competence), level.value,
         level.evidence, list(level.sources), level.year, level.confidence)
        for actor in profile.actors() for competence, level in actor.competences.items()
    ]  # fmt: skip
    yield "competences", heads, rows
    ends = ("a", "a_name", "b", "b_name", "kind", "strength", "evidence", "source")
    links = [
        (link.a, words.name(link.a), link.b, words.name(link.b), link.kind, link.strength.value,
         link.strength.evidence, list(link.sources))
        for link in profile.links
    ]  # fmt: skip
    yield "links", ends, links


def _findings(answer: Recommendation, words: Words) -> Sheet:
    rows = [
        (role, finding.code, finding.kind, finding.subject, sentence(finding, answer.names, words.language),
         [answer.origins[field] for field in finding.at if field in answer.origins])
        for role, findings in (("finding", answer.findings), ("warning", answer.warnings)) for finding in findings
    ]  # fmt: skip
    return "findings", ("role", "code", "kind", "subject", "text", "at"), rows


DOCUMENTS.add(".xlsx")(Kind(write))
