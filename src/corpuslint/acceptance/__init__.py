"""What a project has accepted: gathered from its settings and baseline, and marked out in a report."""
