"""Passages that stand in two or more places, found on a folded view of the text.

The steps, one module each: `fold` (text to symbols), `shingles` (sampled k-gram anchors), `join` (anchors
that agree), `chain` (runs of them along a diagonal), `cores` (the text of a run) and `known` (what is known
of it already), `align` and `ends` (exact ends and identity), `stitch` (parts of one copy), `places` and
`families` (sets of places, with the best copy named by `canonical`). `search` runs them; `model` holds what
goes in and comes out and imports no numpy.
"""
