"""Signs that a word, a number or a name is gone from a sentence and nothing stands in its place."""
