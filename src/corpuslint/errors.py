"""What a user can put right."""


class UserError(Exception):
    """A path, an option or a file of the project that cannot be used; the message names it and the remedy.

    The command line prints it as one line and exits with 2. Anything else that is raised is a defect.
    """
