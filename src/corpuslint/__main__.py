"""`python -m corpuslint`: the command line."""

from corpuslint.cli import main

main(prog_name="corpuslint")
