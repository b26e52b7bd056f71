"""Notebook 14, byte pair encoding: its functions against brute force, the standard library and tiktoken."""

from __future__ import annotations

import io
import json
import random
from contextlib import redirect_stdout
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from tiktoken import Encoding
from tiktoken._educational import bpe_encode, bpe_train

from course_data import prose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Merges = dict[tuple[int, int], int]

WHOLE = r"[\s\S]+"  # a pattern that never splits: the text is one piece
TEXTS = [
    "",
    "a",
    "aaa",
    "aaaa",
    "aaabdaaabac",
    "abracadabra",
    "Grüße, 世界! 👋🏽 안녕\r\n",
    "\x00\x7f\x80\u07ff\u0800\uffff\U00010000\U0010ffff",
]


@pytest.fixture(scope="module")
def bpe(run_solution: Callable[[str], dict[str, Any]]) -> dict[str, Any]:
    """The names that the solved notebook defines."""
    with redirect_stdout(io.StringIO()):
        return run_solution("14-bpe")


def _random_texts(n: int, letters: str = "abc", longest: int = 40) -> Iterator[str]:
    """Yield n short texts over few letters: many ties, many runs."""
    source = random.Random(14)
    for _ in range(n):
        yield "".join(source.choices(letters, k=source.randrange(longest)))


def _bytes_of(merges: Merges) -> dict[int, bytes]:
    """Write out what each id stands for, by following the pairs down to the bytes."""
    parts = {idx: pair for pair, idx in merges.items()}

    def expand(i: int) -> bytes:
        return expand(parts[i][0]) + expand(parts[i][1]) if i in parts else bytes([i])

    return {i: expand(i) for i in [*range(256), *parts]}


def _first_best(ids: list[int]) -> tuple[int, int]:
    """Find the most frequent pair, and of several the leftmost, by comparing all positions with all."""
    pairs = [(ids[i], ids[i + 1]) for i in range(len(ids) - 1)]
    counts = [sum(other == pair for other in pairs) for pair in pairs]
    return pairs[counts.index(max(counts))]


def _replace(ids: list[int], pair: tuple[int, int], idx: int) -> list[int]:
    """Merge by one regular replacement in a string that has one character for each id."""
    text = "".join(map(chr, ids)).replace(chr(pair[0]) + chr(pair[1]), chr(idx))
    return [ord(c) for c in text]


def _brute_train(text: str, size: int) -> Merges:
    """Train with the two brute-force steps above."""
    ids = list(bytearray(text, "utf-8"))
    merges: Merges = {}
    while len(merges) < size - 256 and len(ids) > 1:
        pair = _first_best(ids)
        merges[pair] = 256 + len(merges)
        ids = _replace(ids, pair, merges[pair])
    return merges


@pytest.mark.parametrize("text", TEXTS)
def test_ids_are_the_utf8_bytes(bpe: dict[str, Any], text: str) -> None:
    """`to_ids` gives plain ints that are the UTF-8 bytes of the text, for every length of character."""
    ids = bpe["to_ids"](text)
    assert type(ids) is list
    assert all(type(i) is int for i in ids)
    assert bytes(ids) == text.encode()


def test_get_stats_counts_every_position_in_order_of_first_occurrence(bpe: dict[str, Any]) -> None:
    """Counts and the order of the keys agree with a search of all positions."""
    for text in [*TEXTS, *_random_texts(200)]:
        ids = list(text.encode())
        stats = bpe["get_stats"](ids)
        positions = [(ids[i], ids[i + 1]) for i in range(len(ids) - 1)]
        assert sum(stats.values()) == max(len(ids) - 1, 0)
        assert list(stats) == sorted(set(positions), key=positions.index)
        assert all(n == sum(p == pair for p in positions) for pair, n in stats.items())


def test_merge_is_the_replacement_of_a_string(bpe: dict[str, Any]) -> None:
    """`merge` does what str.replace does, left to right without overlap, and leaves its argument alone."""
    for text in [*TEXTS, *_random_texts(200)]:
        ids = list(text.encode())
        for pair in {(97, 97), (97, 98), (98, 97), *pairwise(ids)}:
            before = list(ids)
            assert bpe["merge"](ids, pair, 300) == _replace(ids, pair, 300)
            assert ids == before


def test_merge_makes_sharp_edges_right() -> None:
    """The oracle itself leaves the last id of an odd run over and takes pairs from the left."""
    assert _replace([1, 1, 1], (1, 1), 9) == [9, 1]
    assert _replace([1] * 4, (1, 1), 9) == [9, 9]
    assert _replace([2, 1], (1, 1), 9) == [2, 1]


def test_training_agrees_with_brute_force(bpe: dict[str, Any]) -> None:
    """Merges, ids and their order agree on texts full of ties, trained to the end and cut short."""
    for text in [*TEXTS, *_random_texts(150), prose()[:150]]:
        for size in (256, 258, 1000):
            assert list(bpe["train"](text, size).items()) == list(_brute_train(text, size).items())


def test_training_agrees_with_tiktoken(bpe: dict[str, Any]) -> None:
    """The educational trainer of tiktoken, whose ties go to the first pair seen too, learns the same.

    It names a token by its bytes alone, so texts where two merges make the same bytes are left out.
    """
    compared = 0
    for text in [*TEXTS, *_random_texts(100), *_random_texts(30, "aab "), prose()[5000:6000]]:
        merges = bpe["train"](text, 256 + 24)
        tokens = _bytes_of(merges)
        if len(set(tokens.values())) < len(tokens) or not merges:
            continue
        ranks = bpe_train(text, len(tokens), WHOLE, visualise=None)
        assert ranks == {token: idx for idx, token in tokens.items()}
        compared += 1
    assert compared > 80


def test_encoding_agrees_with_tiktoken(bpe: dict[str, Any]) -> None:
    """On trained merges, `encode` gives the ids of tiktoken's two encoders, for seen and for unseen text."""
    for trained_on in (prose()[:3000], "👋🌍 안녕 世界 " * 5 + prose()[9000:10000]):
        merges = bpe["train"](trained_on, 256 + 80)
        tokens = _bytes_of(merges)
        ranks = {token: idx for idx, token in tokens.items()}
        assert len(ranks) == len(tokens)
        fast = Encoding("test", pat_str=WHOLE, mergeable_ranks=ranks, special_tokens={})
        for text in [*TEXTS, trained_on[:500], prose()[20000:20800], *_random_texts(30, "the sn")]:
            ids = bpe["encode"](text, merges)
            assert ids == fast.encode(text)
            assert ids == bpe_encode(ranks, text.encode(), visualise=None)
            assert bpe["decode"](ids, merges) == fast.decode(ids) == text


def test_encoding_replays_training(bpe: dict[str, Any]) -> None:
    """Encoding the training text gives the ids with which training ended: one, if it ran to the end."""
    for text in [*TEXTS[1:], *_random_texts(100)]:
        merges = bpe["train"](text, 1000)
        ids = list(text.encode())
        for pair, idx in merges.items():
            ids = _replace(ids, pair, idx)
        assert bpe["encode"](text, merges) == ids
        assert len(ids) <= 1


def test_famous_example(bpe: dict[str, Any]) -> None:
    """The text aaabdaaabac becomes XdXac after three merges, as in every account of the algorithm."""
    merges = bpe["train"]("aaabdaaabac", 259)
    assert list(merges.items()) == [((97, 97), 256), ((256, 97), 257), ((257, 98), 258)]
    assert bpe["encode"]("aaabdaaabac", merges) == [258, 100, 258, 97, 99]


def test_vocabulary_is_what_the_pairs_stand_for(bpe: dict[str, Any]) -> None:
    """`build_vocab` agrees with expanding each id, and holds all bytes and all merges."""
    for text in TEXTS:
        merges = bpe["train"](text, 300)
        assert bpe["build_vocab"](merges) == _bytes_of(merges)
        assert len(bpe["build_vocab"](merges)) == 256 + len(merges)


def test_decoding_never_fails(bpe: dict[str, Any]) -> None:
    """Any ids decode, as the same bytes do with Python's replacement of what is invalid."""
    source = random.Random(0)
    merges = bpe["train"]("👋🌍 世界 안녕 " * 3, 300)
    tokens = _bytes_of(merges)
    assert bpe["decode"]([128], {}) == "\ufffd"
    for _ in range(200):
        ids = source.choices(list(tokens), k=source.randrange(30))
        expected = str(b"".join(tokens[i] for i in ids), "utf-8", "replace")
        assert bpe["decode"](ids, merges) == expected


def test_words_of_the_public_case_are_trained_to_the_end(bpe: dict[str, Any]) -> None:
    """The excerpt of the notebook runs out of pairs before its vocabulary is full, as the text says."""
    merges = bpe["train"](bpe["excerpt"], 512)
    assert 0 < len(merges) < 256
    assert len(bpe["encode"](bpe["excerpt"], merges)) == 1


def test_random_ids_hold_an_overlap_whatever_is_drawn(bpe: dict[str, Any], course_root: Path) -> None:
    """Ids without a run are drawn: the case of `get_stats` still has two overlapping pairs."""
    source = json.loads((course_root / "source/14-bpe/bpe.ipynb").read_text("utf-8"))
    (cell,) = (cell for cell in source["cells"] if cell["id"] == "check-get-stats")
    public = "".join(cell["source"]).partition("### BEGIN HIDDEN TESTS")[0]
    found: dict[str, Callable[[], dict[tuple[int, int], int]]] = {}
    exec(public, {**bpe, "random_ints": lambda *_args: [1, 2, 3, 4] * 15, "check": found.__setitem__})
    assert found["get_stats, random ids"]()[7, 7] == 2


def test_the_price_of_a_vocabulary(bpe: dict[str, Any]) -> None:
    """What the text says: the merges save less and less, and some tokens vanish in longer ones."""
    ids, saved = bpe["to_ids"](bpe["samples"]["trained on"]), []
    for pair, idx in bpe["learned"].items():
        shorter = bpe["merge"](ids, pair, idx)
        saved.append(len(ids) - len(shorter))
        ids = shorter
    thirds = [sum(saved[i : i + 40]) for i in (0, 40, 80)]
    assert all(later < 0.7 * earlier for earlier, later in pairwise(thirds))
    assert any(idx not in ids for idx in bpe["learned"].values())


def test_last_cell_shows_tokens(bpe: dict[str, Any]) -> None:
    """The coloured tokens escape what HTML would read, and show half a character as its bytes."""
    shown = bpe["coloured"]("<b> & 👋", {})
    assert "&lt;" in shown
    assert "&amp;" in shown
    assert "<b></span>" not in shown
    assert r"\xf0" in shown
    assert "7 characters, 10 bytes, <b>10 tokens</b>" in shown
