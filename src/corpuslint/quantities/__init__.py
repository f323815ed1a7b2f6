"""Figures read as data: what they are worth, what they count, and where a sentence contradicts itself.

`figure` reads the figures of a sentence with unit, scale and label; `labels` tells whether labels name parts
of one whole that exclude each other; `wholes`, `shares`, `rates`, `changes` and `products` each compare one
kind of statement and yield hits.
"""
