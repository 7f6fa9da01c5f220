"""What a user can put right: one base class, one plain sentence each."""


class ScrCheckError(Exception):
    """A fault outside the program, told in one sentence that names the file and says what to do.

    The sentence never holds text of the documents: they are confidential.
    """


class UnreadableDocument(ScrCheckError):
    """A document that cannot be read: missing, not what its name says, damaged, protected or too large."""


class UsageError(ScrCheckError):
    """A command, option or setting that makes no sense as given."""
