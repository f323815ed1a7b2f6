"""Characters, words and sentences that stand twice running, and what Chinese doubles on purpose."""
