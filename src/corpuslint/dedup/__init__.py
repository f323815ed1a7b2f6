"""From families to a corpus without copies.

`plan` decides what goes, `manifest` writes it down one row a document or passage, `applying` writes the kept
corpus to another folder, `exports` says the same in formats that other tools read. `command` runs them.
"""
