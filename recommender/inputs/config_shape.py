"""The schema of settings and lenses: the one source of configs/default.yaml and of `ris3 schema config`."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from ..model.config import ALONE, CRITERIA, Config, GovernanceRule, Lens, Limit
from ..model.vocabulary import TRANSITIONS
from .library_shape import ACTIVITY, VERSION
from .shapes import IDENTIFIER, LOCALISED, SHARE, Choice, Number, Text, Truth
from .structures import Field, ListOf, MapOf, Record

CRITERION_WEIGHTS = MapOf(Choice(CRITERIA), SHARE)
TRANSITION_WEIGHTS = MapOf(Choice(TRANSITIONS), SHARE)
_POSITIVE_SHARE = Number(0, 1, above=True)


def _group(*fields: Field) -> Record:
    return Record(dict, fields)


CONFIG = Record(
    dict,
    (
        VERSION,
        Field("extends", Text("a file name"), "a settings file that this one changes"),
        Field("lens", Text("the name of a lens"), "which weights of the criteria are used; see configs/lenses/"),
        Field("aggregation", Choice(("arithmetic", "geometric")),
              "how criteria make one score: weighted mean, or geometric mean (a weak criterion pulls more)"),
        Field("criteria", CRITERION_WEIGHTS, "own weights of the criteria instead of the lens's; they add up to 1"),
        Field("transitions", TRANSITION_WEIGHTS,
              "own weights of the transitions instead of the lens's; they add up to 1"),
        Field("eligibility", _group(
            Field("bar", SHARE, "fit below which a path is not recommended, under any lens"),
            Field("essential_share", SHARE, "minimum of every essential competence, as a share of the level wanted"),
        ), "what must hold before anything is ranked"),
        Field("bands", _group(
            Field("high", SHARE, "high: fits better than this share of made-up paths of the same shape"),
            Field("medium", SHARE, "medium: the same; eligible paths below it are low"),
        ), "bands of the answer"),
        Field("access", _group(
            Field("member_link", SHARE, "strength of the link between members of one association"),
            Field("introduction", SHARE, "access after a mere introduction: reported, never scored"),
        ), "how well actors reach each other's competences"),
        Field("coalition", _group(
            Field("size", Number(1, 4, whole=True), "most actors that carry a path together"),
            Field("cost", SHARE, "fit taken off for each actor beyond the first"),
            Field("gate_exponent", SHARE, "how hard the weakest essential pulls the fit down: 0 not at all, 1 fully"),
        ), "who carries a path"),
        Field("nearby", _group(
            Field("enabled", Truth(), "whether a near technology may stand in, in part, for one that is missing"),
            Field("substitution", SHARE, "how much of it counts when the two are as close as can be"),
        ), "nearby competences"),
        Field("luck", _group(
            Field("draws", Number(1, 100_000, whole=True), "made-up paths that each path is compared with"),
            Field("seed", Number(0, 2**31, whole=True), "fixed, so that the same inputs give the same bytes"),
        ), "is the fit more than luck?"),
        Field("costs", _group(
            Field("competence", Number(0), "cost of raising a competence by a full level, from 0 to 1"),
            Field("link", Number(0), "cost of strengthening a link by its full strength, from 0 to 1"),
            Field("partner", Number(0), "cost of bringing in an actor of a partner region"),
        ), "what changes cost, in a unit of your own: `goal` looks for the cheapest"),
        Field("pace", _group(
            Field("competence", Number(0), "years to raise a competence by a full level, from 0 to 1"),
            Field("link", Number(0), "years to strengthen a link by its full strength, from 0 to 1"),
            Field("partner", Number(0), "years to bring in an actor of a partner region"),
        ), "how long changes take: `roadmap` adds them up"),
        Field("views", _group(
            Field("disagreement", SHARE, "gap between the two kinds of evidence that becomes a finding"),
        ), "competence and statistical evidence"),
        Field("renewal", _group(
            Field("share", SHARE, "part of the fit from which a path renews a cluster that does not lead it"),
        ), "which paths renew a cluster"),
        Field("readiness", _group(
            Field("label_bronze", SHARE, "what a bronze label of the organisation counts"),
            Field("label_silver", SHARE, "what a silver label counts"),
            Field("label_gold", SHARE, "what a gold label counts"),
            Field("full_staff", Number(0, above=True), "full-time equivalents that count in full"),
            Field("full_members", Number(0, above=True), "members that count in full"),
            Field("full_private_funding", _POSITIVE_SHARE, "share of private funding that counts in full"),
            Field("full_research_links", Number(0, above=True), "links to research per ten members that count in full"),
            Field("strategy_years", Number(1, 100, whole=True), "years for which a strategy counts as up to date"),
            Field("fewest_known", Number(1, 6, whole=True), "of six indicators known, below which there is no value"),
            Field("clusters_known", _POSITIVE_SHARE, "share of clusters known, below which the region has no value"),
        ), "how ready a cluster organisation is"),
        Field("novelty", _group(
            Field("incremental", SHARE, "new to the lead below this share, in every kind: incremental"),
            Field("radical", SHARE, "new to the region above this share, in two kinds: radical"),
            Field("assessed", SHARE, "less than this share of the needs assessed: poorly assessed"),
        ), "how new a path is"),
        Field("statistics", _group(
            Field("reference", Text("the name or file of a reference model"),
                  "reference model used where there is no table of your own"),
            Field("complexity", Choice(("sound", "always", "never")),
                  "when measured complexity replaces the judged one of a path; sound: if it has a clear order"),
            Field("include", ListOf(ACTIVITY),
                  "activities to offer although configs/eligible_activities.yaml leaves them out"),
            Field("horizon", Number(0, 50, whole=True),
                  "years that the forecast of a table of your own looks ahead, a third of its span at most; 0: none"),
            Field("lift_high", Number(0), "high: entered so many times as often as candidates are on average"),
            Field("lift_medium", Number(0), "medium: the same; eligible activities below it are low"),
            Field("lift_bar", Number(0), "below so many times an activity is not recommended"),
            Field("plant", Number(0, 1_000_000, whole=True),
                  "persons employed by one large plant: specialisations that would go with it are told; 0: none"),
            Field("noise_unit", Number(0, 1_000_000, whole=True),
                  "with --draws a region's figures vary as counts of so many at a time; 0: they stay"),
        ), "evidence from a table"),
    ),
)  # fmt: skip

LENS = Record(
    Lens,
    (
        Field("schema_version", Text("a schema version", r"[0-9]+"), 'version of the file format: "1"', required=True),
        Field("name", Text("a name", r"[a-z][a-z0-9-]{0,39}"), "the name of the lens", required=True),
        Field("label", LOCALISED, "what people read"),
        Field("summary", LOCALISED, "what it prefers"),
        Field("criteria", CRITERION_WEIGHTS, "weights of the criteria; they add up to 1", required=True),
        Field("transitions", TRANSITION_WEIGHTS, "weights of the transitions; they add up to 1", required=True),
    ),
)
ACTIVITY_RULES = Record(
    dict,
    (
        VERSION,
        Field("version", Text(), "version of the rules", required=True),
        Field("classification", Text(), "classification of the codes"),
        Field("excluded", MapOf(ACTIVITY, Record(dict, (Field("reason", LOCALISED, "why", required=True),))),
              "code: reason", required=True),
    ),
)  # fmt: skip

GOVERNANCE_FACTS = (
    "sme_share", "staff_fte", "member_count", "research_links", "private_funding_share", "strategy_age",
    "institutions", "beyond", "pooled", "science",
)  # fmt: skip
LIMIT = Record(
    Limit,
    (Field("at_least", Number(0), "the fact is this or more"), Field("below", Number(0), "the fact is less than this")),
)
GOVERNANCE_RULE = Record(
    GovernanceRule,
    (
        Field("id", IDENTIFIER, "the key itself", implied=True),
        Field("alone", Choice(ALONE), "what small firms cannot do alone that it answers; or the organisation itself",
              required=True),
        Field("when", MapOf(Choice(GOVERNANCE_FACTS), LIMIT), "conditions; all must hold", required=True),
        Field("action", LOCALISED, "what to do", required=True),
    ),
)  # fmt: skip
GOVERNANCE_RULES = Record(
    dict,
    (
        VERSION,
        Field("version", Text(), "version of the rules", required=True),
        Field("rules", MapOf(IDENTIFIER, GOVERNANCE_RULE, keyed=True), "rules by name", required=True),
    ),
)


def flattened(values: dict[str, Any]) -> dict[str, Any]:
    """Nested settings under dotted names; weights stay together, because they only mean something together."""
    flat: dict[str, Any] = {}
    for name, value in values.items():
        if isinstance(value, dict) and name not in ("criteria", "transitions"):
            flat |= {f"{name}.{key}": inner for key, inner in value.items()}
        else:
            flat[name] = value
    return flat


def default_settings() -> dict[str, Any]:
    """Every setting under its dotted name, as it is when nobody says otherwise."""
    settings = flattened(asdict(Config()))
    return {name: value for name, value in settings.items() if name not in ("criteria", "transitions")}
