"""A data-quality and deduplication linter for corpora of Chinese official documents."""

__version__ = "0.1.0"
