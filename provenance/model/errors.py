"""Everything that can go wrong, as one tree. Only the command line turns an error into an exit code.

ProvenanceError
 ├─ UsageError      wrong options (exit 2)
 ├─ ConfigError     wrong configuration (exit 2)
 ├─ LexiconError    broken language data (exit 2)
 └─ ReadError       an input that cannot be read (a failure row, exit 3)
"""


class ProvenanceError(Exception):
    """One clear sentence for the person at the terminal."""


class UsageError(ProvenanceError):
    pass


class ConfigError(ProvenanceError):
    pass


class LexiconError(ProvenanceError):
    pass


class ReadError(ProvenanceError):
    pass
