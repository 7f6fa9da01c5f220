"""A board's private list of names and details that must not be published."""

from scr_check.documents.overview import Identity


def secrets_from_lines(text: str) -> list[Identity]:
    """The entries of a private list, one a line: `SW2: Gareth Olney; 3 April 1971`, or the secret alone.

    Blank lines and lines that begin with `#` are passed over; a line without a reference is called by its
    number, counted from 1.

    >>> found = secrets_from_lines("# staff\\nSW2: Jane Roe; NX4 7QD\\nTanners Row")
    >>> [(one.reference, one.secrets) for one in found]
    [('SW2', ['Jane Roe', 'NX4 7QD']), ('line 3', ['Tanners Row'])]
    """
    found = []
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        reference, colon, rest = line.partition(":")
        if not colon or not rest.strip():
            reference, rest = f"line {number}", line.rstrip(" :")
        secrets = [part.strip() for part in rest.split(";") if part.strip()]
        found.append(Identity(reference=reference.strip(), secrets=secrets))
    return found
