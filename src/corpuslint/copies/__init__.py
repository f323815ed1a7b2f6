"""The texts of a run compared with each other and with other corpora, and what is told of it."""
