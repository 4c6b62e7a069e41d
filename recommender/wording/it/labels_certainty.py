"""Titoli e legende su quanto è sicuro l'ordine."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "column": {
        "tops": "Primi 3, 5, 10",
        "roads": "Strada",
        "already_specialised": "Già specializzata",
    },
    "folded": {
        "density": "Affine già qui",
        "tops": "Primi 3, 5, 10",
        "roads": "Strada",
        "already_specialised": "Già specializzata",
    },
    "cell": {
        "borderline": "{}: al limite",
    },
    "legend": {
        "uncertain": "Il posto da–a vale in nove estrazioni su dieci; in un gruppo le estrazioni non distinguono il "
        "primo dagli altri. Primi 3, 5, 10: quota delle estrazioni in cui è fra i primi tanti. Strada: quota delle "
        "estrazioni in ciascun campo di affinità e complessità, divisi alle mediane; al limite: nessuno in nove su "
        "dieci.",
        "uncertain_bands": "Fascia tiene: quota delle estrazioni con questa fascia.",
        "uncertain_presence": "Già specializzata: quota delle estrazioni in cui lo dicono le cifre della regione.",
    },
}
