"""Programs that measure; run from the root of the repository, e.g. `python -m benchmarks.duplicates`."""
