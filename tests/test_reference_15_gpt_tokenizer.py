"""Notebook 15, the tokenizer of GPT: its functions against tiktoken, brute force and the standard library."""

from __future__ import annotations

import io
import random
from contextlib import redirect_stdout
from typing import TYPE_CHECKING, Any

import pytest
import regex
from tiktoken import Encoding
from tiktoken._educational import bpe_train
from tiktoken_ext import openai_public

from course_data import prose

if TYPE_CHECKING:
    from collections.abc import Callable

Merges = dict[tuple[int, int], int]

PIECES = [
    *("don't", " we'll", "'S", "'Re", "it", " is", "1234567", " 20", "½", "٣", "²", "!!", " (", "(x)", ".", "'", "_"),
    *("\r\n", "\n", "\r", "  ", " ", "\t", "\u00a0", "\u3000", "\x00"),
    *("안녕", " 하세요", "世界", "für", "Ωm", "👋🏽", "e\u0301"),
]
SPECIAL = {"<|endoftext|>": 5000, "<|pause|>": 5001, "[user]": 5002}


@pytest.fixture(scope="module")
def gpt(run_solution: Callable[[str], dict[str, Any]]) -> dict[str, Any]:
    """The names that the solved notebook defines."""
    with redirect_stdout(io.StringIO()):
        return run_solution("15-gpt-tokenizer")


@pytest.fixture(scope="module")
def merges(gpt: dict[str, Any]) -> Merges:
    """Merges learned from English, Korean, code and emoji."""
    text = prose()[:2500] + "안녕하세요 世界 👋🏽 don't we'll\n    return 1234 " * 6
    learned: Merges = gpt["train"](text, 256 + 120, gpt["GPT2"])
    return learned


def _texts(n: int, extra: tuple[str, ...] = (), seed: int = 15) -> list[str]:
    """Return n random texts of the pieces above, the empty one first."""
    source = random.Random(seed)
    return ["", *("".join(source.choices([*PIECES, *extra], k=source.randrange(1, 30))) for _ in range(n - 1))]


def _bytes_of(merges: Merges, single: dict[int, bytes]) -> dict[int, bytes]:
    """Write out what each id stands for, by following the pairs down to the bytes."""
    parts = {idx: pair for pair, idx in merges.items()}

    def expand(i: int) -> bytes:
        return expand(parts[i][0]) + expand(parts[i][1]) if i in parts else single[i]

    return {i: expand(i) for i in [*single, *parts]}


def _ranks(merges: Merges, order: list[int]) -> tuple[dict[bytes, int], Merges]:
    """Return tiktoken's ranks when the byte b has the rank order[b], and the merges in those ids."""
    renamed = {(_in(p, order), _in(q, order)): idx for (p, q), idx in merges.items()}
    tokens = _bytes_of(renamed, {i: bytes([b]) for b, i in enumerate(order)})
    ranks = {token: idx for idx, token in tokens.items()}
    assert len(ranks) == len(tokens)
    return ranks, renamed


def _in(i: int, order: list[int]) -> int:
    return order[i] if i < 256 else i


def _order(seed: int) -> list[int]:
    """Return the numbers 0 to 255 in a random order."""
    return random.Random(seed).sample(range(256), 256)


def test_gpt2_pattern_cuts_as_tiktoken_says(gpt: dict[str, Any]) -> None:
    """The notebook's pattern for GPT-2 makes the chunks of the pattern that tiktoken publishes."""
    for text in [*_texts(400), prose()[:3000]]:
        assert gpt["split"](text, gpt["GPT2"]) == regex.findall(openai_public.r50k_pat_str, text)


def test_gpt4_pattern_cuts_as_tiktoken_says(gpt: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """The pattern for GPT-4 makes the chunks of tiktoken's, except in white space at the very end, as the text says."""
    monkeypatch.setattr(openai_public, "load_tiktoken_bpe", lambda *_args, **_options: {})
    published = openai_public.cl100k_base()["pat_str"]
    for text in [*_texts(400), "O'Reilly don't DON'T we'Llx", prose()[:3000]]:
        assert gpt["split"](text + ".", gpt["gpt4_pattern"]()) == regex.findall(published, text + ".")


def test_ids_are_tiktokens_but_for_white_space_at_the_very_end(
    gpt: dict[str, Any], merges: Merges, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the notebook claims: the pattern as first published gives the ids of the newer one, with one exception."""
    monkeypatch.setattr(openai_public, "load_tiktoken_bpe", lambda *_args, **_options: {})
    published = openai_public.cl100k_base()["pat_str"]
    ranks, _ = _ranks(merges, list(range(256)))
    fast = Encoding("test", pat_str=published, mergeable_ranks=ranks, special_tokens={})
    for text in (one.rstrip() for one in _texts(200, seed=3)):
        assert gpt["encode_ordinary"](text, merges, gpt["gpt4_pattern"]()) == fast.encode_ordinary(text)
    assert gpt["split"]("a  \n  ", gpt["gpt4_pattern"]()) == ["a", "  \n", "  "]
    assert regex.findall(published, "a  \n  ") == ["a", "  \n  "]


def test_why_tokenization_matters(gpt: dict[str, Any]) -> None:
    """What the table at the end says is so with the tokens that the notebook has learned."""
    merges = gpt["learned"]["GPT-2's chunks"]
    vocab = gpt["build_vocab"](merges)

    def tokens(text: str) -> list[bytes]:
        return [vocab[i] for i in gpt["encode_ordinary"](text, merges, gpt["GPT2"])]

    assert len(tokens("strawberry")) < len("strawberry")
    assert len(tokens("THE VALUE")) >= 1.5 * len(tokens("the value"))
    assert tokens("hello world ") == [*tokens("hello world"), b" "]
    yaml, json = gpt["groups"]["the same data"]
    assert len(tokens(json)) > 1.2 * len(tokens(yaml))
    chunks = gpt["split"]("1234567 + 234567", gpt["gpt4_pattern"]())
    assert chunks == ["123", "456", "7", " +", " ", "234", "567"]


def test_chunks_make_up_the_text(gpt: dict[str, Any]) -> None:
    """Neither pattern loses a character, whatever the text."""
    for text in _texts(300, seed=1):
        for pattern in (gpt["GPT2"], gpt["gpt4_pattern"]()):
            assert "".join(gpt["split"](text, pattern)) == text
            assert "" not in gpt["split"](text, pattern)


def test_split_returns_whole_matches(gpt: dict[str, Any]) -> None:
    """A group in the pattern changes nothing: chunks are what `match` finds from place to place."""
    pattern = r"(a(n)?|d)+|\s|."
    for text in _texts(50, ("an", "and", "da")):
        line, chunks, place = text.replace("\n", " "), [], 0
        while place < len(line):
            match = regex.compile(pattern).match(line, place)
            assert match is not None
            chunks.append(line[place : match.end()])
            place = match.end()
        assert gpt["split"](line, pattern) == chunks


def test_count_pairs_looks_inside_the_chunks_only(gpt: dict[str, Any]) -> None:
    """Counts and the order of the keys agree with a list of all positions of all chunks."""
    source = random.Random(3)
    for _ in range(200):
        chunks = [source.choices([1, 2, 300], k=source.randrange(6)) for _ in range(source.randrange(8))]
        pairs = [(ids[i], ids[i + 1]) for ids in chunks for i in range(len(ids) - 1)]
        stats = gpt["count_pairs"](chunks)
        assert list(stats) == list(dict.fromkeys(pairs))
        assert all(n == pairs.count(pair) for pair, n in stats.items())


def test_training_agrees_with_tiktoken(gpt: dict[str, Any]) -> None:
    """The educational trainer of tiktoken learns the same tokens, chunk by chunk.

    It names a token by its bytes alone, so texts where two merges make the same bytes are left out.
    """
    compared = 0
    for text in [*_texts(80), prose()[5000:6200]]:
        for pattern in (gpt["GPT2"], gpt["gpt4_pattern"](), r"[\s\S]+"):
            merges = gpt["train"](text, 256 + 20, pattern)
            tokens = _bytes_of(merges, {i: bytes([i]) for i in range(256)})
            if merges and len(set(tokens.values())) == len(tokens):
                found = bpe_train(text, len(tokens), pattern, visualise=None)
                assert found == {token: idx for idx, token in tokens.items()}
                compared += 1
    assert compared > 150


def test_training_stops_when_each_chunk_is_one_token(gpt: dict[str, Any]) -> None:
    """With room enough, every chunk of the training text ends as a single id."""
    for text in _texts(40, seed=2):
        merges = gpt["train"](text, 2000, gpt["GPT2"])
        chunks = gpt["split"](text, gpt["GPT2"])
        assert len(gpt["encode_ordinary"](text, merges, gpt["GPT2"])) == len(chunks)
        assert gpt["train"](text, 256, gpt["GPT2"]) == {}


def test_ordinary_encoding_agrees_with_tiktoken(gpt: dict[str, Any], merges: Merges) -> None:
    """On trained merges, `encode_ordinary` gives tiktoken's ids with both patterns."""
    ranks, _ = _ranks(merges, list(range(256)))
    for pattern in (gpt["GPT2"], gpt["gpt4_pattern"]()):
        fast = Encoding("test", pat_str=pattern, mergeable_ranks=ranks, special_tokens={})
        for text in [*_texts(200), prose()[20000:21000]]:
            assert gpt["encode_ordinary"](text, merges, pattern) == fast.encode_ordinary(text)


def test_special_tokens_are_pieces_of_their_own(gpt: dict[str, Any]) -> None:
    """`split_special` agrees with a walk through the text that looks for a name at each place."""
    for text in _texts(200, (*SPECIAL, *SPECIAL, "<|", "|>", "endoftext", "[u]")):
        pieces, place, rest = [], 0, ""
        while place < len(text):
            name = next((name for name in SPECIAL if text.startswith(name, place)), None)
            pieces += [rest, name] if name else []
            rest = "" if name else rest + text[place]
            place += len(name) if name else 1
        assert gpt["split_special"](text, SPECIAL) == [piece for piece in [*pieces, rest] if piece]
        assert gpt["split_special"](text, {}) == ([text] if text else [])


@pytest.mark.parametrize("allowed", [set(), {"<|pause|>"}, {"<|endoftext|>", "[user]"}, set(SPECIAL)])
def test_encoding_agrees_with_tiktoken(gpt: dict[str, Any], merges: Merges, allowed: set[str]) -> None:
    """With special tokens, ids are tiktoken's, and the same texts are refused, with the name of a token in them."""
    ranks, _ = _ranks(merges, list(range(256)))
    fast = Encoding("test", pat_str=gpt["GPT2"], mergeable_ranks=ranks, special_tokens=SPECIAL)
    refused = 0
    for text in _texts(120, (*SPECIAL, "<|", "|>", "endoftext")):
        try:
            expected = fast.encode(text, allowed_special=allowed)
        except ValueError:
            refused += 1
            with pytest.raises(ValueError, match=r"endoftext|pause|user") as error:
                gpt["encode"](text, merges, gpt["GPT2"], SPECIAL, allowed)
            assert any(name in str(error.value) and name in text for name in SPECIAL.keys() - allowed)
        else:
            assert gpt["encode"](text, merges, gpt["GPT2"], SPECIAL, allowed) == expected
    assert (refused > 0) == (allowed != set(SPECIAL))


def test_nothing_is_allowed_by_default(gpt: dict[str, Any]) -> None:
    """Like tiktoken, `encode` refuses special tokens unless it is told otherwise."""
    with pytest.raises(ValueError, match="pause"):
        gpt["encode"]("a <|pause|>", {}, gpt["GPT2"], SPECIAL)


@pytest.mark.parametrize("seed", range(5))
def test_merges_are_recovered_from_ranks(gpt: dict[str, Any], merges: Merges, seed: int) -> None:
    """From a shuffled table of ranks come the merges that training has made, in their order."""
    ranks, renamed = _ranks(merges, _order(seed))
    items = list(ranks.items())
    random.Random(seed).shuffle(items)
    assert list(gpt["recover_merges"](dict(items)).items()) == list(renamed.items())


def test_random_ranks_of_the_notebook_are_sound(gpt: dict[str, Any]) -> None:
    """The made-up tables hold what training could have made: each token is the two parts that are recovered."""
    for table in (gpt["plain"], gpt["other"], *(gpt["random_ranks"](f"case {i}", 14) for i in range(20))):
        tokens = {rank: token for token, rank in table.items()}
        recovered = gpt["recover_merges"](table)
        assert len(tokens) == len(table) == 256 + len(recovered)
        assert all(tokens[p] + tokens[q] == tokens[idx] and max(p, q) < idx for (p, q), idx in recovered.items())


@pytest.mark.parametrize("seed", range(3))
def test_shuffled_bytes_agree_with_tiktoken(gpt: dict[str, Any], merges: Merges, seed: int) -> None:
    """With permuted bytes, encoding and decoding are tiktoken's, special tokens and invalid bytes included."""
    order = _order(seed)
    ranks, _ = _ranks(merges, order)
    pattern = gpt["gpt4_pattern"]()
    fast = Encoding("test", pat_str=pattern, mergeable_ranks=ranks, special_tokens=SPECIAL)
    shuffle, recovered = gpt["byte_shuffle"](ranks), gpt["recover_merges"](ranks)
    assert shuffle == order
    for text in _texts(60, seed=seed):
        ids = gpt["encode_gpt4"](text, recovered, pattern, shuffle)
        assert ids == fast.encode_ordinary(text)
        assert gpt["decode_gpt4"](ids, recovered, SPECIAL, shuffle) == text
    source = random.Random(seed)
    for _ in range(100):
        ids = source.choices([*ranks.values(), *SPECIAL.values()], k=source.randrange(25))
        assert gpt["decode_gpt4"](ids, recovered, SPECIAL, shuffle) == fast.decode(ids)


def test_rounds_of_the_table_in_the_text(gpt: dict[str, Any]) -> None:
    """The example in the prose is what training does: ug, hug, and a blank before hug; without borders, behind it."""
    found = gpt["train"]("hug hug pug!", 259, gpt["GPT2"])
    assert list(found.items()) == [((117, 103), 256), ((104, 256), 257), ((32, 257), 258)]
    assert list(gpt["train"]("hug hug pug!", 259, r"[\s\S]+")) == [(117, 103), (104, 256), (257, 32)]


def test_what_the_setup_brings_along_agrees_with_notebook_14(gpt: dict[str, Any]) -> None:
    """`get_stats`, `merge` and `replay` are those of the notebook before, in other words."""
    source = random.Random(14)
    for _ in range(200):
        ids = source.choices([97, 98, 99], k=source.randrange(20))
        positions = [(ids[i], ids[i + 1]) for i in range(len(ids) - 1)]
        assert gpt["get_stats"](ids) == {pair: positions.count(pair) for pair in positions}
        assert list(gpt["get_stats"](ids)) == list(dict.fromkeys(positions))
        once = list(bytes(ids).replace(b"aa", b"\xff"))
        assert gpt["merge"](ids, (97, 97), 255) == once
        rules = {(97, 98): 256, (256, 99): 257, (98, 99): 258, (97, 97): 259}
        replayed = "".join(map(chr, ids))
        for (p, q), idx in rules.items():
            replayed = replayed.replace(chr(p) + chr(q), chr(idx))
        assert gpt["replay"](ids, rules) == [ord(c) for c in replayed]


def test_last_cell_shows_tokens(gpt: dict[str, Any]) -> None:
    """The coloured tokens escape what HTML would read, put special ones on black, and show half characters as bytes."""
    shown = gpt["coloured"](["<b>", b"\xf0\x9f", "<|pause|>", "a\n"], SPECIAL)
    assert "&lt;b&gt;" in shown
    assert r"\xf0\x9f" in shown
    assert shown.count("background:#333") == 1
    assert "a↵\n" in shown


def test_random_tables_hold_a_token_with_three_cuts(gpt: dict[str, Any]) -> None:
    """Whatever is drawn, one token of the table is two known tokens in three ways, and only the middle one was made."""
    table: dict[bytes, int] = gpt["table"]
    token = b"defg"
    assert all(token[:i] in table and token[i:] in table for i in (1, 2, 3))
    pairs = [pair for pair, rank in gpt["recover_merges"](table).items() if rank == table[token]]
    assert pairs == [(table[b"de"], table[b"fg"])]


def test_chunks_of_the_order_case_separate_the_orders(gpt: dict[str, Any]) -> None:
    """Whatever is drawn, the first pair is neither the most frequent one nor the one that was seen last."""
    chunks: list[list[int]] = gpt["some_chunks"]
    counts = gpt["count_pairs"](chunks)
    assert next(iter(counts)) == (6, 5) == tuple(chunks[-1])
    assert counts[6, 5] < counts[8, 9]
