"""Competence fit: which paths the actors of a region can grow into together (METHODS, section A).

Read in this order: `access` and `supply` (who can lend what to whom), `fit` (how far needs are
met), `coalition` (who should join), `luck` (would any path have done as well), then `interval`,
`connection`, `shapley`, `novelty` and `specificity`. `search` is the engine room of `coalition` and `luck`.
"""
