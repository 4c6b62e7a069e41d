"""Text for a reader whose encoding lacks some characters: replaced before anything is aligned."""

from __future__ import annotations

import unicodedata

_SUBSTITUTES = str.maketrans(
    {
        "…": "...", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "×": "x", "→": "->", "←": "<-",
        "≥": ">=", "≤": "<=", "─": "-", "═": "=", "°": " deg", "\ufffd": "?", "€": "EUR",
        "·": "-", "•": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "«": '"', "»": '"', "\u00a0": " ", "\u202f": " ",
        "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "đ": "d", "Đ": "D", "æ": "ae",
        "Æ": "AE", "œ": "oe", "Œ": "OE",
    }
)  # fmt: skip


def readable(text: str, encoding: str) -> str:
    """The text as that encoding can carry it: plain letters for accented ones, at worst '?'."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_readable(character, encoding) for character in text)
    return text


def _readable(character: str, encoding: str) -> str:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        parts = unicodedata.normalize("NFKD", character.translate(_SUBSTITUTES))
        return "".join(part for part in parts if not unicodedata.combining(part)).encode("ascii", "replace").decode()
    return character
