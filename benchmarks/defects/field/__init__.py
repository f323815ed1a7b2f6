"""The second suite: the many surface forms one defect takes in the field.

People with a word processor, scrapers, character recognition and converters leave the same defect in many
forms. Each `<group>.toml` is a table of kinds of defect with their forms; `places` says where a form can
stand, `changes` does what a form cannot write out. Whoever writes a check should solve the class of a defect
and not copy its forms from here: what is found of forms that nobody tuned for is what this suite tells.
"""
