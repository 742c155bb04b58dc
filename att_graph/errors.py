"""The errors this package raises: one sentence each, naming file, place and reason."""


class AttGraphError(Exception):
    """Base of all errors of this package; `str(error)` is one sentence for a person."""

    exit_code = 2


class InputError(AttGraphError):
    """The command or its input is wrong (unreadable file, unknown name); exit code 2."""


class UnknownError(InputError):
    """A name that nothing here has; the sentence says which names are near."""


class DataError(AttGraphError):
    """The data is at fault (a changed source, a graph that does not conform); exit code 1."""

    exit_code = 1
