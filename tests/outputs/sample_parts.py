"""Opportunities, evidence and findings made by hand; `samples` puts them together."""

from __future__ import annotations

from dataclasses import replace

from recommender.model.finding import Finding
from recommender.model.recommendation import (
    ActivityEvidence,
    Asset,
    ColocationEvidence,
    CompetenceEvidence,
    Driver,
    Gap,
    GapSource,
    Interval,
    Measured,
    NeedState,
    Novelty,
    Opportunity,
)

SETTINGS = {
    "lens": "balanced",
    "criteria": {"relatedness": 0.6, "complexity": 0.25, "demand": 0.15},
    "bands.high": 0.9,
    "bands.medium": 0.6,
    "eligibility.bar": 0.25,
    "luck.seed": 1,
    "statistics.include": (),
    "top": None,
}
NAMES = {
    "packaging": {"en": "Packaging machinery", "it": "Macchine per il confezionamento"},
    "pharma": {"en": "Pharma and life science", "it": "Farmaceutica e scienze della vita"},
    "ecmwf": {"en": "Weather centre", "it": "Centro meteo"},
    "valencia": {"en": "València", "it": "València"},
    "itc": {"en": "Institute of ceramics", "it": "Istituto della ceramica"},
    "t_automation": {"en": "Automation and machine design", "it": "Automazione e progettazione"},
    "t_clean": {"en": "Clean rooms", "it": "Camere bianche"},
    "t_formulation": {"en": "Pharmaceutical formulation", "it": "Formulazione farmaceutica"},
    "t_chips": {"en": "Semiconductor fabrication", "it": "Fabbricazione di semiconduttori"},
    "o_regaffairs": {"en": "Regulatory affairs", "it": "Affari regolatori"},
    "aseptic": {"en": "Robotic aseptic filling", "it": "Riempimento asettico robotizzato"},
    "textile": {"en": "Textile passport", "it": "Passaporto tessile"},
    "climate": {"en": "Climate services", "it": "Servizi climatici"},
    "chip_fab": {"en": "Chip fab", "it": "Fabbrica di chip"},
    "C20": {"en": "Chemicals", "it": "Prodotti chimici"},
    "C21": {"en": "Pharmaceuticals", "it": "Prodotti farmaceutici"},
    "C26": {"en": "Computers and electronics", "it": "Computer ed elettronica"},
    "C28": {"en": "Machinery", "it": "Macchinari"},
    "B05": {"en": "Coal mining", "it": "Estrazione di carbone"},
}
ORIGINS = {
    "actors.packaging.competences.t_automation": "profile.yaml:12",
    "actors.pharma.competences.t_formulation": "profile.yaml:30",
    "library.paths.chip_fab.needs.t_chips": "paths.yaml:7",
    "links.0": "profile.yaml:44",
    "note": "profile.yaml:3",
}
SOURCES = {
    "s_survey": {"title": "Survey of packaging", "publisher": "UCIMA", "year": 2021, "url": "https://example.org/a"},
    "s_unused": {"title": "Not named anywhere", "publisher": None, "year": None, "url": None},
}


def need(competence="t_automation", *, share=1.0, essential=False, assessed=True, supplier="packaging", nearby=None):
    return NeedState(
        competence=competence, kind="technological", weight=0.8, level=0.7, specificity=0.5, essential=essential,
        assessed=assessed, available=share * 0.7, share=share, supplier=supplier, nearby=nearby, best_in_region=0.9,
    )  # fmt: skip


def evidence(low=0.64, high=0.7, percentile=0.975, **changes):
    made = CompetenceEvidence(
        fit=Interval(low, high), net_fit=low - 0.03, coverage=low + 0.1, gate=0.9, null_percentile=percentile,
        draws=1000, lead="packaging", coalition=("packaging", "pharma"), assessed_share=0.9, needs_assessed=3,
        potential=min(1.0, low + 0.15), connection_gap=0.15, with_introduction=low + 0.02, with_partners=low + 0.01,
        partner_gain=0.01, exact=True, upper_bound=low,
        needs=(
            need(), need("t_clean", share=0.8), need("t_formulation", share=0.5, essential=True, supplier="pharma"),
            need("o_regaffairs", share=0.0, assessed=False, supplier=None),
        ),
        unconnected=(Asset("ecmwf", 0.12, 0.0),), weakest_link=("packaging", "pharma", 0.3),
    )  # fmt: skip
    return replace(made, **changes)


def fits(path, low=0.64):
    facts = {
        "path": path, "lead": "packaging", "coalition": ["packaging", "pharma"], "fit": low, "coverage": low + 0.1,
        "needs": 4, "needs_met": 1,
    }  # fmt: skip
    return Finding("fits", path, facts, ("actors.packaging.competences.t_automation", "actors.nobody"))


def luck(path, percentile=0.975):
    return Finding("luck", path, {"path": path, "percentile": percentile, "draws": 1000})


def weak_link(path):
    return Finding(
        "weak_link",
        path,
        {"path": path, "a": "packaging", "b": "pharma", "strength": 0.3, "passive": False},
        ("links.0",),
    )


def missing_chips(path="chip_fab"):
    facts = {
        "path": path, "competence": "t_chips", "level": 0.8, "minimum": 0.4, "available": 0.0,
        "nearest": "packaging", "nearest_level": 0.1,
    }  # fmt: skip
    return Finding("missing_essential", path, facts, ("library.paths.chip_fab.needs.t_chips",))


def ask(path, needs_assessed=1):
    facts = {
        "path": path, "competences": ["o_regaffairs", "t_clean"], "essentials": ["o_regaffairs"], "needs": 4,
        "needs_assessed": needs_assessed, "low": 0.1, "high": 0.62, "bar": 0.25,
    }  # fmt: skip
    return Finding("not_assessed", path, facts)


def gap(competence="t_formulation", *, available=0.35):
    sources = (
        GapSource("linked", "pharma", 0.9, 0.3), GapSource("unlinked", "ecmwf", 0.5, 0.0),
        GapSource("partner", "itc", 0.8, 0.4, "valencia"),
    )  # fmt: skip
    return Gap(competence, "technological", 0.7, available, True, True, 0.1, sources)


def path(ident, rank=None, band="high", low=0.64, percentile=0.975, **changes):
    made = Opportunity(
        id=ident, name=NAMES[ident], band=band, rank=rank, score=0.81 - 0.1 * (rank or 0) if rank else None,
        score_range=Interval(0.66, 0.82) if rank else None,
        criteria={"relatedness": percentile, "complexity": 0.72, "demand": None},
        basis={"relatedness": "competence", "complexity": "judged", "demand": "missing"},
        weights={"relatedness": 0.7, "complexity": 0.3},
        competence=evidence(low, percentile=percentile), quadrant="high_road", transformation="diversification",
        transformation_rule="otherwise", declared_kind="modernisation",
        novelty=Novelty(
            {"technological": 0.2, "organisational": 0.0}, {"technological": 0.1, "organisational": 0.0}, "incremental"
        ),
        transitions={"green": 0.2}, challenges=("health",), summary={"en": "Filling without people in the room."},
        drivers=(
            Driver("cluster", "packaging", 0.4, ("actors.packaging.competences.t_automation",)),
            Driver("cluster", "pharma", 0.24),
        ),
        gaps=(gap(),), reasons=(fits(ident, low), luck(ident, percentile), weak_link(ident)), sources=("s_survey",),
    )  # fmt: skip
    return replace(made, **changes)


def region_warnings():
    return (
        Finding("illustrative", "ITH5", {"text": {"en": "Illustrative profile, not an assessment."}}, ("note",)),
        Finding("judged", "ITH5", {"judged": 212, "surveyed": 0, "measured": 18, "proxy": 2}),
        Finding("single_evidence", "ITH5", {"missing": "colocation", "why": "no_region_code", "opportunities": []}),
        Finding("missing_criterion", "demand", {"criterion": "demand", "opportunities": ["aseptic"], "of": 2}),
        Finding(
            "input_warning", "ITH5", {"message": "two links join packaging and pharma", "place": "profile.yaml:41"}
        ),
    )


def activity(code, rank=None, band="high", percentile=0.95, **changes):
    related = [{"activity": "C28", "contribution": 0.31}, {"activity": "C21", "contribution": 0.2}]
    facts = {"path": code, "related": related, "density": 0.62, "percentile": percentile}
    own = ActivityEvidence(code, 1.0, "candidate", 0.71, 0.62, percentile, 0.8)
    made = Opportunity(
        id=code, name=NAMES[code], band=band, rank=rank, score=percentile,
        criteria={"relatedness": percentile, "complexity": 0.8}, basis={"relatedness": "colocation"},
        weights={"relatedness": 1.0},
        colocation=ColocationEvidence(percentile, 0.62, {"density": Measured(0.62, percentile)}, (own,)),
        tags=("digital", "green"), drivers=(Driver("activity", "C28", 0.31), Driver("activity", "C21", 0.2)),
        reasons=(Finding("colocated", code, facts),),
    )  # fmt: skip
    return replace(made, **changes)


def contribution():
    facts = {
        "path": "aseptic", "actor": "packaging", "contribution": 0.4, "share": 0.62, "competences": ["t_automation"],
    }  # fmt: skip
    return Finding("contribution", "packaging", facts)
