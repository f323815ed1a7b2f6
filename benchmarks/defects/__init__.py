"""Kinds of defect that can be planted in a sound text, one module a family.

Written from the norms and from what editors mark, not from the checks' own patterns, and on a reading of its
own: what corpuslint overlooks must not be overlooked here too.
"""
