"""The comparisons of docs/peers.md, package by package."""

from __future__ import annotations

import numpy as np

from scripts import peer_conventions as ours
from scripts.peer_conventions import DIAGONAL, SAMPLE, SELF, Comparison, z

ECOMPLEXITY, ATLAS, ECONCOMPLEX = "ecomplexity 0.5.3", "economic-complexity 0.3.0", "econcomplex 1.0.1"
FERMI, ECONGEO = "fermi-cref 0.2.0", "R EconGeo (real R 4.2.2 run of repo sources)"
R_PACKAGE, STATA = "R economiccomplexity 2.0.0 (port of src/code.cpp)", "Stata ecomplexity (port of .ado)"
PS_CALCS, ECONCI = "ps-calcs 2.0.0", "econci 0.1.3"

LQ, PRESENCE, PHI, DENSITY = "location-quotient", "presence", "minimum-conditional-probability", "relatedness-density"
ECI, PCI, COI, COG = (
    "economic-complexity-index",
    "product-complexity-index",
    "complexity-outlook",
    "complexity-outlook-gain",
)
RELATIVE, FITNESS, QUALITY = "relative-density", "fitness", "fitness-complexity"
REFLECTIONS, REFLECTED = "reflections", "reflections-activities"

FIXED = "stops after a fixed number of steps; we stop when no rank moved for 20"
SHARES = "divides by the relatedness around the activity gained, we by that around each activity that comes nearer"
SCALE = "on the scale of ECI, so that ECI is the mean of PCI; ours has a standard deviation of 1"
ROUNDED = "in percent, rounded to two decimals, 0 where undefined; ours is a share and undefined where isolated"

COMPARISONS = (
    Comparison(ECOMPLEXITY, "rca", LQ),
    Comparison(ECOMPLEXITY, "M", PRESENCE),
    Comparison(ECOMPLEXITY, "proximity", PHI),
    Comparison(ECOMPLEXITY, "density", DENSITY, ours.self_included, SELF),
    Comparison(ECOMPLEXITY, "eci", ECI),
    Comparison(ECOMPLEXITY, "pci", PCI, ours.stata_pci, SCALE),
    Comparison(ECOMPLEXITY, "coi", COI, ours.stata_outlook, f"{SELF}, from the raw eigenvector, then standardised"),
    Comparison(ECOMPLEXITY, "cog", COG, ours.stata_gain, f"{SELF}, from the raw eigenvector, in deviations of ECI"),
    Comparison(ECOMPLEXITY, "density_knn3", None, None,
               "counts neighbours without their weight (a slip) and takes any of equals; see nearest-density"),
    Comparison(ECOMPLEXITY, "logsupermodularity_reported", None, None, "drawn at random; we report the spectral gap"),
    Comparison(ATLAS, "rca", LQ),
    Comparison(ATLAS, "proximity", PHI, lambda given: given.phi_0, DIAGONAL),
    Comparison(ATLAS, "density", DENSITY),
    Comparison(ATLAS, "eci", ECI, lambda given: ours.reflected(given, 18, 0), f"18 reflections; {SAMPLE}"),
    Comparison(ATLAS, "pci", PCI, lambda given: ours.reflected(given, 20, 1), f"19 reflections; {SAMPLE}"),
    Comparison(ATLAS, "opportunity_gain", COG, ours.atlas_gain,
               f"{SHARES}; from PCI by reflections; less the activity's own part; also where it is present"),
    Comparison(ATLAS, "relative_relatedness", RELATIVE, ours.everywhere_relative,
               f"{SAMPLE}; also where the activity is present; undefined where all options are alike, ours is 0"),
    Comparison(ECONCOMPLEX, "rca", LQ),
    Comparison(ECONCOMPLEX, "proximity", PHI, lambda given: given.phi_0, DIAGONAL),
    Comparison(ECONCOMPLEX, "density_0_100", DENSITY, lambda given: 100 * given.density, "in percent"),
    Comparison(ECONCOMPLEX, "eci", ECI),
    Comparison(ECONCOMPLEX, "pci", PCI),
    Comparison(ECONCOMPLEX, "eci_reflections", REFLECTIONS),
    Comparison(ECONCOMPLEX, "pci_reflections", REFLECTED, lambda given: -ours.even_reflections(given, 20),
               "an even number of steps with the sign turned; ours an odd one"),
    Comparison(ECONCOMPLEX, "fitness", FITNESS, lambda given: ours.gauss_seidel(given, 0),
               f"each half of a step sees the other; {FIXED}"),
    Comparison(ECONCOMPLEX, "complexity_Q", QUALITY, lambda given: ours.gauss_seidel(given, 1),
               f"each half of a step sees the other; {FIXED}"),
    Comparison(ECONCOMPLEX, "coi", COI),
    Comparison(ECONCOMPLEX, "cog", COG, ours.own_divisor_gain, SHARES),
    Comparison(ECONCOMPLEX, "relative_relatedness", RELATIVE, ours.held_relative,
               "undefined where all options are alike, ours is 0"),
    Comparison(ECONCOMPLEX, "relatedness_prob(on M)", "probability-by-ubiquity"),
    Comparison(ECONCOMPLEX, "relatedness_assoc", "lift"),
    Comparison(ECONCOMPLEX, "relatedness_cosine", "cosine-by-ubiquity"),
    Comparison(ECONCOMPLEX, "relatedness_jaccard", "jaccard-by-ubiquity"),
    Comparison(FERMI, "rca", LQ),
    Comparison(FERMI, "M", PRESENCE),
    Comparison(FERMI, "proximity", PHI),
    Comparison(FERMI, "taxonomy", "taxonomy"),
    Comparison(FERMI, "density(ECPredictor normalize=True)", DENSITY, ours.self_included, SELF),
    Comparison(FERMI, "eci_eigenvalue", ECI),
    Comparison(FERMI, "pci_eigenvalue", PCI, lambda given: -given.pci, "opposite sign: high is simple"),
    Comparison(FERMI, "eci_reflections", REFLECTIONS, lambda given: z(ours.reflected(given, 18, 0)),
               "18 steps, ours 20"),
    Comparison(FERMI, "pci_reflections", REFLECTED, lambda given: ours.even_reflections(given, 18),
               "an even number of steps: high is simple"),
    Comparison(FERMI, "fitness", FITNESS, lambda given: ours.iterated(given, 1000, 0),
               "goes on until values stand still; we stop when no rank moved for 20 steps"),
    Comparison(FERMI, "complexity_Q", QUALITY, lambda given: ours.iterated(given, 1000, 1),
               "goes on until values stand still; we stop when no rank moved for 20 steps"),
    Comparison(FERMI, "ica", None, None, "a quotient against a maximum-entropy table"),
    Comparison(ECONGEO, "rca", LQ, lambda given: np.round(given.quotient, 2), "rounded to two decimals"),
    Comparison(ECONGEO, "M", PRESENCE),
    Comparison(ECONGEO, "location.quotient", LQ),
    Comparison(ECONGEO, "relatedness_prob", "association-probability"),
    Comparison(ECONGEO, "relatedness_assoc", "association"),
    Comparison(ECONGEO, "relatedness_cosine", "cosine"),
    Comparison(ECONGEO, "relatedness_jaccard", "jaccard"),
    Comparison(ECONGEO, "density_prob_weighted_0_100", DENSITY, ours.econgeo_density,
               f"of another relatedness; {ROUNDED}"),
    Comparison(ECONGEO, "density_prob_binary_0_100", DENSITY, lambda given: ours.econgeo_density(given, 1),
               f"of another relatedness, 1 where it is above 1; {ROUNDED}"),
    Comparison(ECONGEO, "KCI", ECI, lambda given: ours.eigenvector_scale(given, regions=True),
               "matrix rounded to four decimals, eigenvector divided by its sum, which may be near 0"),
    Comparison(ECONGEO, "TCI", PCI, lambda given: ours.eigenvector_scale(given, regions=False),
               "matrix rounded to four decimals, eigenvector divided by its sum, which may be near 0"),
    Comparison(ECONGEO, "MORc", REFLECTIONS, lambda given: ours.percent(ours.reflected(given, 20, 0)), "from 0 to 100"),
    Comparison(ECONGEO, "entropy", "variety", lambda given: np.round(ours.named("variety")(given), 3), "rounded"),
    Comparison(ECONGEO, "norm_ubiquity", None, None, "see ubiquity"),
    Comparison(R_PACKAGE, "proximity", PHI),
    Comparison(R_PACKAGE, "density", DENSITY, ours.self_included, SELF),
    Comparison(R_PACKAGE, "fitness_default", FITNESS, lambda given: ours.iterated(given, 19, 0), FIXED),
    Comparison(R_PACKAGE, "Q_default", QUALITY, lambda given: ours.iterated(given, 19, 1), FIXED),
    Comparison(R_PACKAGE, "eci_reflections", REFLECTIONS, lambda given: ours.reflected(given, 18, 0),
               f"18 steps; {SAMPLE}"),
    Comparison(R_PACKAGE, "pci_reflections", REFLECTED, lambda given: ours.reflected(given, 20, 1), SAMPLE),
    Comparison(R_PACKAGE, "eci_eigen", ECI, lambda given: z(given.eci, 1), SAMPLE),
    Comparison(STATA, "proximity", PHI, lambda given: given.phi_0, DIAGONAL),
    Comparison(STATA, "density", DENSITY),
    Comparison(PS_CALCS, "proximity", "cosine-by-ubiquity", lambda given: given.cosine(), "diagonal 1 instead of 0"),
    Comparison(PS_CALCS, "density", DENSITY, ours.cosine_density, f"of the cosine; {SELF}"),
    Comparison(PS_CALCS, "eci", ECI, lambda given: ours.reflected(given, 18, 0), f"18 reflections; {SAMPLE}"),
    Comparison(PS_CALCS, "pci", PCI, lambda given: ours.reflected(given, 20, 1), f"19 reflections; {SAMPLE}"),
    Comparison(ECONCI, "proximity", PHI, lambda given: given.phi_0, DIAGONAL),
    Comparison(ECONCI, "density", DENSITY),
    Comparison(ECONCI, "eci", ECI),
    Comparison(ECONCI, "pci", PCI),
)  # fmt: skip
