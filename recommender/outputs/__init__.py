"""Results -> JSON, CSV, Markdown and text; one rule of escaping a language. Nothing here prints.

`recommender.outputs.render` is the door. A format is one file in `formats/`; what a kind of result
becomes in each is one file in `payloads/` (JSON), `tables/` (CSV) and `views/` (for people).
"""
