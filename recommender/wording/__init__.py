"""Facts -> sentences. The only place with prose; a language is a folder, a kind a function in it.

In a language's folder every public function carries the name of a kind of finding
(`recommender.model.finding.KINDS`) and makes a sentence of its facts; the functions of `brief.py`
make a few words for a table cell. `labels*.py` hold the words for bands, criteria, heads and the like.
"""

from __future__ import annotations

from .catalogue import brief, label, labels, languages, sentence
from .speaker import Speaker

__all__ = ["Speaker", "brief", "label", "labels", "languages", "sentence"]
