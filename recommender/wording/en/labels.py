"""Words for what findings and results are made of: bands, criteria, types, kinds."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "band": {
        "high": "high",
        "medium": "medium",
        "low": "low",
        "not_assessed": "not assessed",
        "not_yet": "not yet",
    },
    "criterion": {
        "relatedness": "Relatedness",
        "complexity": "Complexity",
        "transition": "Transition",
        "demand": "Demand",
        "connectivity": "Connectivity",
        "governance": "Governance",
    },
    "lens": {
        "balanced": "Balanced",
        "low-risk": "Low risk",
        "high-complexity": "High complexity",
        "green": "Green transition",
        "digital": "Digital transition",
        "social": "Social challenges",
    },
    "quadrant": {
        "high_road": "high road: related and complex",
        "slow_road": "slow road: related, less complex",
        "casino": "casino: complex, less related",
        "dead_end": "dead end: less related, less complex",
    },
    "transformation": {
        "radical_foundation": "a radical foundation",
        "modernisation": "a modernisation",
        "transition": "a transition",
        "diversification": "a diversification",
    },
    "rule": {
        "radical_novelty": "much of what it needs is new to the region",
        "led_by_institution": "an institution would lead it, not a cluster",
        "lead_active": "the lead is already active in it",
        "declared": "its authors declare it and nothing speaks against it",
        "lead_declining": "a declining cluster would carry most of it",
        "lead_transforming": "a cluster in transformation would carry most of it",
        "otherwise": "a cluster would bring what it can do into something new",
    },
    "novelty": {
        "incremental": "incremental",
        "substantial": "substantial",
        "radical": "radical",
        "poorly_assessed": "too little assessed to say",
    },
    "competence_kind": {
        "technological": "technological",
        "organisational": "organisational",
        "business_model": "business-model",
    },
    "evidence": {
        "judged": "judged",
        "surveyed": "surveyed",
        "measured": "measured",
        "proxy": "proxy",
    },
    "basis": {
        "competence": "competences",
        "colocation": "statistics",
        "both": "competences and statistics",
        "judged": "judged",
        "surveyed": "surveyed",
        "measured": "measured",
        "proxy": "proxy",
        "profile": "profile",
        "missing": "missing",
    },
    "why_missing": {
        "no_profile": "there is no profile of what the region's actors can do",
        "no_region_code": "the profile names no region code, so no statistics belong to it",
        "region_not_in_reference": "the statistics do not hold the region",
        "no_candidate_activity": "the statistics have no candidate activity to compare",
        "no_data": "the figures are suppressed or missing",
        "not_asked_for": "the other kind was not asked for",
    },
    "recoding": {
        "recoded": "only the code changed",
        "boundary_shift": "its border moved, so the figures are of a slightly different area",
        "merged": "regions were merged since, so the figures are of a larger area",
        "split": "the region was divided since, so the figures are of the larger one",
        "part": "the two only overlap, so the figures are of another area",
    },
    "dataset": {
        "sbs_r_nuts06_r2": "Structural business statistics by region (sbs_r_nuts06_r2)",
    },
    "unit": {
        "local units": "local units",
        "wages and salaries, million euro": "wages and salaries, million euro",
        "persons employed": "persons employed",
    },
    "relatedness_measure": {
        "input-output": "deliveries between activities",
        "skill-relatedness": "moves of workers between activities",
        "skill-relatedness-ratio": "moves of workers between activities",
        "competence-similarity": "competences that activities share",
        "given-relatedness": "a relatedness of your own",
    },
    "doubt": {
        "disconnected": "some regions and activities share nothing with the rest",
        "small_spectral_gap": "two different orders explain the figures almost equally well",
        "undefined": "it cannot be computed",
        "sign_by_size": "it hardly goes with how diverse regions are (correlation {correlation}), so that high means "
        "found in large regions rather than hard to do",
        "sign_uncertain": "it hardly goes with how diverse regions are (correlation {correlation}), so that high and "
        "low might be swapped",
    },
    "aspect": {
        "fit": "Fit",
        "percentile": "Better than made-up paths",
        "potential": "Fit with everybody linked",
    },
    "listed": {
        "paths": "paths",
        "activities": "activities",
    },
    "transition": {
        "green": "green",
        "digital": "digital",
        "social": "social",
    },
    "actor_kind": {
        "cluster": "cluster",
        "institution": "institution",
        "association": "association",
        "user": "user",
        "activity": "activity",
    },
    "source_kind": {
        "linked": "linked",
        "unlinked": "in the region, no link",
        "partner": "partner region",
    },
    "governance_fact": {
        "staff_fte": "staff",
        "member_count": "members",
        "sme_share": "small firms",
        "private_funding_share": "private funding",
        "research_links": "research links",
        "strategy_age": "age of the strategy in years",
        "institutions": "linked institutions",
        "beyond": "links beyond the region",
        "pooled": "competences to pool",
    },
    "evidence_kind": {
        "documented": "documented",
        "partial": "partly documented",
        "stated": "stated, not documented",
        "none": "no evidence in the profile",
    },
    "enabling_criterion": {
        "1": "Analysis of challenges for innovation diffusion and digitalisation",
        "2": "A competent body that manages the strategy",
        "3": "Monitoring and evaluation",
        "4": "Entrepreneurial discovery with stakeholders",
        "5": "Actions to improve the research and innovation system",
        "6": "Actions to support industrial transition",
        "7": "Cooperation with partners outside the member state",
    },
    "star": {
        "size": "size",
        "specialisation": "specialisation",
        "focus": "focus",
    },
    "learning": {
        "interacting": "working with suppliers and customers",
        "using": "working with users",
        "science": "research and training",
    },
    "maturity": {
        "emerging": "emerging",
        "growing": "growing",
        "mature": "mature",
        "declining": "declining",
        "transforming": "transforming",
    },
    "status": {
        "candidate": "candidate",
        "present": "present",
        "unknown": "unknown",
        "absent_from_table": "not in the statistics",
    },
}
