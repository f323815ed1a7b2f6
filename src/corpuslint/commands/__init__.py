"""The commands, one module each; the command line only names their options."""
