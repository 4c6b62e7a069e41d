"""Results made by hand: a rich profile, statistics alone, nothing eligible, a thin and an empty profile."""

from __future__ import annotations

from dataclasses import replace

from recommender.analysis.difference import Limits, difference, difference_study
from recommender.analysis.scenarios import Move, Outcome, compared, tried
from recommender.model.config import Pace
from recommender.model.finding import Finding
from recommender.model.listing import Listing
from recommender.model.problem import Code, Place, Problem
from recommender.model.project import Kept, Upkeep
from recommender.model.recommendation import (
    ActivityEvidence,
    Assessed,
    Comparison,
    Explanation,
    Input,
    Recommendation,
    Section,
)
from recommender.model.scenario import Edit, Scenario
from recommender.model.snapshot import Snapshot
from recommender.model.snapshot import Standing as Placed
from recommender.model.study import Grid, GridColumn, Part, Study, Trial
from tests.outputs.sample_parts import (
    NAMES,
    ORIGINS,
    SETTINGS,
    SOURCES,
    activity,
    ask,
    contribution,
    missing_chips,
    path,
    region_warnings,
)
from tests.outputs.study_samples import STUDIES


def rich():
    """Two ranked, one that nobody can judge, one that is not possible."""
    unconnected = {
        "actor": "ecmwf", "lead": "packaging", "path": "climate", "paths": ["aseptic", "climate"],
        "competences": ["t_automation"], "access": 0.0, "gain": 0.12,
    }  # fmt: skip
    not_possible = path("chip_fab", band="not_yet", low=0.08, percentile=0.03, reasons=(missing_chips(),))
    return Recommendation(
        region_code="ITH5", region_name={"en": "Emilia-Romagna"}, subject="paths", settings=SETTINGS,
        opportunities=(path("aseptic", 1), path("textile", 2, "low", 0.34, 0.28, gaps=())),
        not_recommended=(
            path("climate", band="not_assessed", low=0.1, reasons=(ask("climate"),)),
            not_possible,
        ),
        findings=(Finding("unconnected_asset", "ecmwf", unconnected),), warnings=region_warnings(),
        assessed=Assessed(13, 17.25, 0.85, 162, 138, {"judged": 212, "measured": 18}),
        inputs=(Input("profile.yaml", "0" * 64),), names=NAMES, origins=ORIGINS, sources=SOURCES,
    )  # fmt: skip


def nothing_eligible():
    prerequisite = {
        "competence": "t_chips", "level": 0.8, "paths": ["chip_fab", "climate"], "best_actor": "packaging",
        "best_level": 0.1,
    }  # fmt: skip
    return replace(
        rich(), opportunities=(),
        not_recommended=(path("chip_fab", band="not_yet", low=0.08, reasons=(missing_chips(),)),),
        findings=(
            Finding("nothing_eligible", "ITH5", {"count": 1, "not_assessed": 0, "bar": 0.25}),
            Finding("prerequisite", "t_chips", prerequisite),
        ),
    )  # fmt: skip


def thin():
    facts = {"needs": 162, "needs_assessed": 40, "eligible": 0, "competences": ["t_clean", "t_chips"]}
    return replace(
        rich(), opportunities=(),
        not_recommended=tuple(
            path(ident, band="not_assessed", competence=None, reasons=(ask(ident),), gaps=(), drivers=())
            for ident in ("aseptic", "climate")
        ),
        findings=(
            Finding("thin_profile", "ITH5", facts),
            Finding("nothing_eligible", "ITH5", {"count": 2, "not_assessed": 2, "bar": 0.25}),
        ),
        assessed=Assessed(4, 5.5, 0.25, 162, 40),
    )  # fmt: skip


def empty():
    """A profile without a word in it."""
    thin = {"needs": 0, "needs_assessed": 0, "eligible": 0, "competences": []}
    return Recommendation(
        region_code=None, region_name={"en": "My region"}, subject="paths", settings=SETTINGS, opportunities=(),
        not_recommended=(), assessed=Assessed(0, 0.0, 0.0, 0, 0),
        findings=(Finding("thin_profile", "region", thin),),
    )  # fmt: skip


def statistics_only():
    excluded = {"activity": "B05", "reason": {"en": "Bound to the deposit.", "it": "Legata al giacimento."}}
    vintage = {
        "reference": "eu-nuts2-nace2", "title": "Structural business statistics", "publisher": "Eurostat",
        "year": 2014, "counted": "persons employed", "regions": 246, "activities_held": 84,
    }  # fmt: skip
    return Recommendation(
        region_code="ITH5", region_name={"en": "Emilia-Romagna"}, subject="activities", settings=SETTINGS,
        opportunities=(activity("C26", 1), activity("C20", 2, "low", 0.31)),
        not_recommended=(
            activity(
                "B05", band="not_yet", score=None, colocation=None, drivers=(),
                reasons=(Finding("excluded_activity", "B05", excluded),),
            ),
        ),
        strengths=(ActivityEvidence("C28", 1.0, "present", 3.21), ActivityEvidence("C21", 1.0, "present", 1.4)),
        warnings=(
            Finding("reference_vintage", "ITH5", vintage),
            Finding("region_recoded", "ITH5", {
                "given": "ITH5", "held": "ITD5", "recoding": "recoded",
                "steps": [{"old": "ITD5", "new": "ITH5", "vintage": "2010"}],
            }),
            Finding("not_validated", "ITH5", {"years_ahead": None, "forecast_doubts": ["no_years"]}),
            Finding("suppressed_cells", "ITH5", {"count": 2, "of": 84, "activities": ["C20", "C21"]}),
            Finding("single_evidence", "ITH5", {"missing": "competence", "why": "no_profile", "opportunities": []}),
        ),
        inputs=(Input("eu-nuts2-nace2", "1" * 64),), names=NAMES,
    )  # fmt: skip


def statistics_drawn():
    """The same with how sure it is."""
    found = statistics_only()
    drawn = Finding("redrawn_table", "ITH5", {
        "tables": 500, "other_regions": 245, "noise_unit": 20, "counted": "persons employed", "specialisations": 2,
        "unsure_specialisations": ["C21"], "forecast_stays": False,
    })  # fmt: skip
    shares = ({"high_road": 0.96, "slow_road": 0.04, "casino": 0.0, "dead_end": 0.0},
              {"high_road": 0.0, "slow_road": 0.02, "casino": 0.35, "dead_end": 0.63})  # fmt: skip
    items = tuple(
        replace(item, uncertainty={
            "draws": 500, "tables": 500, "rank_low": 1, "rank_high": place + 1, "tie_group": 1, "top_3": 1.0,
            "top_5": 1.0, "top_10": 1.0, "eligible": 1.0, "band_holds": 0.9 - place / 2, "quadrants": shares[place],
            "relatedness": {"low": 0.3, "high": 0.9}, "complexity": {"low": 0.5, "high": 0.6},
            "already_specialised": 0.12 - place / 10, "first_under_any_weights": 0.7, "top_3_under_any_weights": 1.0,
            "central_weights": {"relatedness": 0.6, "complexity": 0.4},
        })
        for place, item in enumerate(found.opportunities)
    )  # fmt: skip
    return replace(found, opportunities=items, warnings=(drawn, *found.warnings))


def explanation():
    answer = rich()
    item = answer.opportunities[0]
    gap_facts = {
        "path": "aseptic", "competence": "t_formulation", "level": 0.7, "available": 0.35, "essential": True,
        "assessed": True,
        "sources": [{"kind": "linked", "id": "pharma", "supply": 0.9, "access": 0.3, "partner": None}],
    }  # fmt: skip
    rank = {"path": "aseptic", "rank": 1, "of": 2, "band": "high"}
    source = {"id": "s_survey", **SOURCES["s_survey"]}
    sections = (
        Section("why", (Finding("rank", "aseptic", rank), *item.reasons)),
        Section("with_what", (contribution(),)),
        Section("missing", (Finding("gap_source", "t_formulation", gap_facts),)),
        Section("source", (Finding("source", "s_survey", source),)),
    )  # fmt: skip
    return Explanation(answer, item, sections)


def comparison():
    answer = rich()
    facts = {
        "aspect": "criterion", "key": "relatedness", "first": "aseptic", "second": "textile", "first_value": 0.975,
        "second_value": 0.28, "weight": 0.6,
    }  # fmt: skip
    return Comparison(
        answer, answer.opportunities[0], answer.opportunities[1], (Finding("difference", "aseptic", facts),)
    )


def listing():
    warning = Problem(Code.TABLE_COLUMN_IGNORED, "a column was not used", Place("a.csv", 1, 4), hint="drop it")
    return Listing(
        "ris3/config/1", "Settings in force", ("setting", "value", "origin"),
        (("eligibility.bar", 0.25, "default"), ("nearby.enabled", True, "default"), ("luck.draws", 1000, "mine.yaml")),
        facts={"lens": "balanced"}, notes=("Own settings win.",), warnings=(warning,),
    )  # fmt: skip


def _outcome():
    """A scenario under which a path comes, another falls, and a third one only makes room."""
    edits = (
        Edit("add", "links", {"a": "packaging", "b": "ecmwf", "strength": "0.6"},
             {"en": "A joint programme"}, "s.yaml:5"),
        Edit("scale", "clusters.packaging.competences", 0.8, {"en": "Cuts", "it": "Tagli"}, "s.yaml:9"),
    )  # fmt: skip
    moves = (
        Move("climate", (None, 1), ("not_assessed", "medium"), (None, 0.7), (0.1, 0.5),
             ((None, 0.41, None), (None, -0.01, None))),
        Move("aseptic", (1, 2), ("high", "high"), (0.81, 0.7), (0.69, 0.6),
             ((0.0, 0.0, None), (-0.11, -0.09, None))),
        Move("textile", (2, 3), ("low", "low"), (0.5, 0.5), (0.34, 0.34), ((0.0, 0.0, None), (0.0, 0.0, None))),
    )  # fmt: skip
    return Outcome(Scenario("what_if", {"en": "What if", "it": "E se"}, {}, edits), rich(), moves)


def scenario_comparison():
    return compared(rich(), [_outcome()])


def scenario_run():
    return Trial(rich(), tried(_outcome()), {"aseptic": (1, "high", 0.81), "climate": (None, "not_assessed", None)})


def sensitivity():
    order = {"path": "aseptic", "times": 500, "spread": 0.15, "tied": ["aseptic", "textile"], "among": 2, "certain": []}
    columns = (
        GridColumn("path", "name", wraps=True), GridColumn("rank_range", "span"), GridColumn("band_holds", "percent"),
        GridColumn("central_weights", "weights", folds=True), GridColumn("changed", "choice"),
        GridColumn("leaves_top", "names", folds=True), GridColumn("rank_shift", "change"), GridColumn("band", "band"),
    )  # fmt: skip
    rows = (
        ("aseptic", (1, 2), 0.97, {"relatedness": 0.6, "complexity": 0.4}, ("without", "complexity"), ("textile",),
         -0.5, "high"),
        ("textile", (2, 2), 0.5, None, ("nearby.enabled", "false"), (), 0.25, None),
    )  # fmt: skip
    part = Part("judgements", findings=(Finding("robust_order", "ITH5", order),), listed=False,
                grid=Grid("judgements", columns, rows, toned="band"), legend="judgements")  # fmt: skip
    data = {"draws": 500, "spread": 0.15, "supported": 0.9, "rank_acceptability": {"aseptic": [0.8, 0.2]}}
    return Study(rich(), "sensitivity", (part,), data=data)


def goal():
    # Here, and not above: they need NumPy, which rendering does without.
    from recommender.analysis.goal_study import Goal, Proven, goal_study
    from recommender.analysis.goals import Plan, Search, Step
    from recommender.analysis.standing import Standing

    step = Step("add_link", "packaging", "ecmwf", None, 0.0, 0.5, 0.2)
    raised = Step("raise_competence", "packaging", None, "t_chips", None, 0.5, 0.5)
    plan = Plan((step, raised), Standing(0.5, 0.9, 0.5, "packaging", eligible=True))
    proven = Proven(plan, path("climate", 2, "medium", 0.5, 0.7), {"schema_version": "1", "name": "Plan"})
    wanted = path("climate", band="not_assessed", low=0.1)
    return goal_study(rich(), wanted, Goal("fit", 0.5), Search((plan,), 2, 2, plan.standing, None), [proven], most=3)


def _moved(subject):
    inputs = {"profile.yaml": "a", "data/paths/x.yaml": "a"}
    before = {"aseptic": Placed(1, "high", 0.81, ("packaging",)), "textile": Placed(2, "low", 0.5)}
    after = {"textile": Placed(1, "low", 0.6, ("ecmwf",)), "climate": Placed(None, "not_yet", None)}
    old = Snapshot("ITH5", "Emilia-Romagna", "paths", "0.1.0", inputs, {"lens": "green"}, before, NAMES)
    new = replace(old, version="0.2.0", inputs={"profile.yaml": "b"}, settings={"lens": "balanced"}, standings=after)
    return difference_study(difference(old, new, Limits()), subject=subject, because={"textile": (("1", 0.1),)})


def lock_check():
    return _moved("lock-check")


def differences():
    return _moved("difference")


def roadmap():
    from recommender.analysis.goals import Step
    from recommender.analysis.roadmap import Target, Timed, roadmap_study

    step = Step("add_link", "packaging", "ecmwf", None, 0.0, 0.5, 0.2)
    timed = Timed(step, 0.0, 1.0, ("climate",), ("ecmwf",), ("packaging",), ("climate",))
    return roadmap_study(
        rich(), [Target("climate", (step,)), Target("aseptic", ())], [timed], Pace(), first=2026, last=2030
    )


def upkeep():
    outputs = (
        Kept("results/ranking.md", "recommend", "er", "current"),
        Kept("results/report.html", "report", "er", "stale", ("recipe", "inputs"), ("profile.yaml",)),
    )
    found = Finding("outputs_stale", "project", {"count": 1, "of": 2})
    return Upkeep("ris3.yaml", outputs, (found,))


ALL = {
    "rich": rich, "nothing_eligible": nothing_eligible, "thin": thin, "empty": empty,
    "statistics_only": statistics_only, "statistics_drawn": statistics_drawn,
    "explanation": explanation, "comparison": comparison, "listing": listing,
    "scenario_comparison": scenario_comparison, "scenario_run": scenario_run,
    "sensitivity": sensitivity, "goal": goal, "roadmap": roadmap, "lock_check": lock_check,
    "differences": differences, "upkeep": upkeep, **STUDIES,
}  # fmt: skip
