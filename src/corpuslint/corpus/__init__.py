"""From paths to documents: which files there are, what their bytes say, what blocks they are made of."""
