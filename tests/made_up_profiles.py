"""Hypothesis strategies for whole profiles, with the texts that file formats trip over."""

from __future__ import annotations

import statistics
import unicodedata
from typing import get_args

from hypothesis import strategies as st

from recommender.inputs.library import _specificity_of, shipped_paths, shipped_vocabulary
from recommender.inputs.reading import Reading
from recommender.inputs.text import FORBIDDEN
from recommender.model import profile as model
from recommender.model.evidence import EVIDENCE, Graded, Source
from recommender.model.path import Need, Path, PathLibrary
from recommender.model.vocabulary import COMPETENCE_KINDS, TRANSITIONS, Competence, Vocabulary
from recommender.workflows.shelf import known_activities, shipped_shelf

VOCABULARY = shipped_vocabulary(shipped_shelf(), Reading())
LIBRARY = shipped_paths(shipped_shelf(), Reading())
ACTIVITIES = sorted(known_activities())

TRICKY = (
    "NO", "no", "01", "010", "10.10", "1:30", "1e3", ".nan", "null", "~", "yes", "true", "2026-11-01", "0x1F", "1_000",
    "=1+1", "+1", "-1", "@x", "\ttab", "'=x", "''=x", "'quoted'", "=cmd|'/c calc'!A1", "a: b", "a #b", "# c", "- d",
    "? e", "&f", "*g", "!h", "|", ">", "%i", "`j`", "{k}", "[l]", "m, n", "o; p", 'q "r" s', "t\\u", "v\nw", "x\n\ny\n",
    "\nz", " padded ", "two  spaces", "Città dell'Emilia", "Łódź", "Ζάκυνθος", "北京", "عربي", "🌍", "[red]Norte",
    "{{7*7}}", "<script>", "Lisbon [/]", "a|b`c", "x" * 130, "word " * 40 + "end", "line one\n  indented\nline three",
)  # fmt: skip


def _is_possible(text: str) -> bool:
    return bool(text.strip()) and FORBIDDEN.search(text) is None and "\r" not in text


TEXTS = st.one_of(
    st.sampled_from(TRICKY),
    st.text(max_size=30),
    st.text(alphabet="ab '\"=+-@\t\n:#,;|{}[]\\&*!%>~éß", max_size=12),
).map(lambda text: unicodedata.normalize("NFC", text)).filter(_is_possible)  # fmt: skip
LOCAL = st.dictionaries(st.sampled_from(["en", "it", "no", "pt", "de"]), TEXTS, min_size=1, max_size=3).map(
    lambda texts: dict(sorted(texts.items()))
)
IDS = st.one_of(st.from_regex(r"[a-z][a-z0-9_]{0,6}", fullmatch=True), st.sampled_from(["no", "null", "yes", "y"]))
SOURCE_IDS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,4}", fullmatch=True)
YEARS = st.integers(1900, 2100)
SHARES = st.one_of(st.floats(0, 1), st.integers(0, 100).map(lambda value: value / 100))
AMOUNTS = st.one_of(st.integers(0, 10**6).map(float), st.floats(0, 1e300))


@st.composite
def graded(draw, numbers, sources):
    if draw(st.booleans()):
        return Graded(draw(numbers))
    return Graded(
        draw(numbers),
        draw(st.sampled_from(EVIDENCE)),
        draw(some_of(sources)),
        draw(st.none() | YEARS),
        draw(st.none() | SHARES),
        draw(st.none() | TEXTS),
        draw(st.none() | TEXTS),
    )


def some_of(names):
    if not names:
        return st.just(())
    return st.lists(st.sampled_from(sorted(names)), unique=True, max_size=3).map(tuple)


def mapped(keys, values, most=3):
    return st.dictionaries(st.sampled_from(sorted(keys)), values, max_size=most) if keys else st.just({})


def optional(values):
    return st.none() | values


@st.composite
def sources(draw):
    ids = draw(st.lists(SOURCE_IDS, unique=True, max_size=3))
    web = optional(st.sampled_from(["https://example.org/a?b=c&d=%20#e", "http://x.eu"]))
    return {
        name: Source(name, draw(TEXTS), draw(optional(TEXTS)), draw(optional(YEARS)), draw(web), draw(optional(TEXTS)))
        for name in ids
    }


@st.composite
def vocabularies(draw):
    """The shipped vocabulary, more than that, or something else altogether."""
    if draw(st.integers(0, 2)) == 0:
        return VOCABULARY
    ids = draw(st.lists(IDS, unique=True, max_size=3))
    own = {
        name: Competence(
            name,
            draw(st.sampled_from(COMPETENCE_KINDS)),
            draw(LOCAL),
            draw(st.just({}) | LOCAL),
            draw(st.lists(st.integers(1, 35).map(str), max_size=2).map(tuple)),
            draw(some_of(TRANSITIONS)),
            draw(some_of(set(ids) - {name})),
        )
        for name in ids
    }
    if draw(st.booleans()):
        own = {**VOCABULARY.competences, **own}
    median = _median()
    specificity = {name: VOCABULARY.specificity.get(name, median) for name in own}
    return Vocabulary(draw(st.just("") | TEXTS), own, specificity, VOCABULARY.specificity_version)


def _median():
    return statistics.median(_specificity_of(shipped_shelf())[0]["specificity"].values())


@st.composite
def libraries(draw, vocabulary):
    shipped_fits = VOCABULARY.competences.keys() <= vocabulary.competences.keys()
    if shipped_fits and draw(st.booleans()):
        return LIBRARY
    listed = draw(sources())
    own = {name: draw(paths(name, vocabulary, listed)) for name in draw(st.lists(IDS, unique=True, max_size=2))}
    own = {name: path for name, path in own.items() if path.needs}
    if shipped_fits and draw(st.booleans()):
        own, listed = {**LIBRARY.paths, **own}, {**LIBRARY.sources, **listed}
    return PathLibrary(draw(st.just("") | TEXTS), own, draw(st.sampled_from(["nace_rev2", "other"])), listed)


@st.composite
def paths(draw, name, vocabulary, listed):
    positive = SHARES.filter(lambda value: value > 0)
    needs = draw(mapped(vocabulary.competences, st.builds(Need, positive, positive) | positive.map(_both)))
    rating = optional(graded(SHARES, listed))
    return Path(
        id=name,
        name=draw(LOCAL),
        needs=needs,
        summary=draw(st.just({}) | LOCAL),
        kind=draw(optional(st.sampled_from(["transition", "modernisation"]))),
        complexity=draw(rating),
        demand=draw(rating),
        transitions=draw(mapped(TRANSITIONS, graded(SHARES, listed))),
        challenges=draw(some_of({"clean_energy", "food_waste"})),
        users=draw(some_of({"hospital", "port"})),
        essential=draw(some_of(needs)),
        activities=draw(st.sampled_from([{}, {"C28": 1.0}, {"C10": 0.25, "A01": 0.75}])),
        sources=draw(some_of(listed)),
    )


def _both(value):
    return Need(value, value)


@st.composite
def profiles(draw):
    """Profiles that break no rule of `inputs.consistency`."""
    vocabulary = draw(vocabularies())
    library = draw(libraries(vocabulary))
    listed = draw(sources())
    ids = iter(draw(st.lists(IDS, unique=True, min_size=12, max_size=12)))
    number = graded(SHARES, listed)
    levels = mapped(vocabulary.competences, number)
    clusters = tuple(draw(_clusters(next(ids), levels, listed)) for _ in range(draw(st.integers(0, 3))))
    others = st.sampled_from(get_args(model.InstitutionKind))
    institutions = tuple(
        model.Institution(next(ids), draw(LOCAL), draw(others), draw(levels), draw(some_of(listed)))
        for _ in range(draw(st.integers(0, 2)))
    )
    members = {row.id for row in (*clusters, *institutions)}
    associations = tuple(
        draw(_associations(next(ids), levels, listed, members)) for _ in range(draw(st.integers(0, 2)))
    )
    users = tuple(
        model.User(next(ids), draw(LOCAL), draw(st.sampled_from(get_args(model.UserKind))), draw(levels))
        for _ in range(draw(st.integers(0, 1)))
    )
    actors = [row.id for row in (*clusters, *institutions, *associations, *users)]
    partners = tuple(
        draw(_partners(next(ids), next(ids), actors, levels, number, listed)) for _ in range(draw(st.integers(0, 2)))
    )
    return model.Profile(
        region=draw(_regions(library, listed)),
        vocabulary=vocabulary,
        library=library,
        clusters=clusters,
        institutions=institutions,
        associations=associations,
        users=users,
        links=draw(_links(actors, number, listed)),
        partners=partners,
        governance=model.Governance(draw(st.dictionaries(IDS, _statements(listed), max_size=2))),
        sources=listed,
        as_of=draw(optional(st.sampled_from(["2026", "2026-11", "2026-11-01"]))),
        note=draw(st.just({}) | LOCAL),
    )  # fmt: skip


def _regions(library, listed):
    known = some_of(library.paths)
    priorities = st.lists(
        st.builds(model.Priority, IDS, LOCAL, known, some_of(listed)), unique_by=lambda row: row.id, max_size=2
    )
    return st.builds(model.Region, LOCAL, optional(st.just("ITH5")), optional(TEXTS), priorities.map(tuple))


def _clusters(name, levels, listed):
    share, amount = graded(SHARES, listed), graded(AMOUNTS, listed)
    return st.builds(
        model.Cluster,
        st.just(name),
        LOCAL,
        levels,
        some_of(ACTIVITIES),
        optional(st.sampled_from(model.MATURITIES)),
        mapped(["agglomeration", "embeddedness"], share),
        mapped(["employees", "turnover_eur_m"], amount),
        mapped(TRANSITIONS, share),
        some_of(listed),
    )


def _associations(name, levels, listed, members):
    share, amount = optional(graded(SHARES, listed)), optional(graded(AMOUNTS, listed))
    return st.builds(
        model.Association,
        st.just(name),
        LOCAL,
        some_of(members),
        levels,
        amount,
        amount,
        amount,
        amount,
        share,
        share,
        optional(st.sampled_from(get_args(model.Label))),
        optional(st.just("2027-05")),
        optional(YEARS),
        optional(YEARS),
        some_of(listed),
    )


def _links(actors, number, listed):
    pairs = [(a, b) for a in actors for b in actors if a < b]
    if not pairs:
        return st.just(())
    kinds = st.sampled_from(model.LINK_KINDS)
    return st.lists(
        st.builds(lambda pair, strength, kind, named: model.Link(*pair, strength, kind, named),
                  st.sampled_from(pairs), number, kinds, some_of(listed)),
        unique_by=lambda link: (link.a, link.b, link.kind), max_size=3,
    ).map(tuple)  # fmt: skip


@st.composite
def _partners(draw, name, actor, actors, levels, number, listed):
    kind = draw(st.sampled_from(["cluster", "institution"]))
    there = (model.PartnerActor(actor, draw(LOCAL), kind, draw(levels)),) if draw(st.booleans()) else ()
    links = ()
    if there and actors:
        links = (model.PartnerLink(draw(st.sampled_from(actors)), actor, draw(number)),)
    return model.Partner(name, draw(LOCAL), draw(optional(st.just("ES21"))), draw(optional(TEXTS)),
                         draw(optional(number)), there, links, None, draw(some_of(listed)))  # fmt: skip


def _statements(listed):
    return st.builds(
        model.Statement,
        st.just({}) | LOCAL,
        st.just({}) | LOCAL,
        optional(YEARS),
        optional(st.sampled_from(get_args(model.Documented))),
        optional(st.just("https://example.org/x")),
        some_of(listed),
    )
