# because: Regular expressions with an alternative, a growing tuple, pairs of tokens and flags, Python's sorted and Counter.
# batch: 2
# %% solution-words
def words(text):
    return re.findall(r"(?:[^\W_]|')+|[^\w\s]|_", text.lower())
# %% solution-vocab
def vocab(texts, at_least):
    counts = sum(map(Counter, texts), Counter())
    order = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return ["[PAD]", "[UNK]"] + [token for token, n in order if n >= at_least]
# %% solution-greedy
def greedy(logp, end, longest):
    said = ()
    for _ in range(longest):
        row = torch.tensor(logp(said), dtype=torch.float64)
        said += (int((row == row.max()).nonzero()[0]),)
        if said[-1] == end:
            break
    return list(said)
# %% solution-chat
def chat(messages, to_ids, prompt):
    ids, learn = [], []
    pairs = []
    for m in messages:
        mine = m["role"] == "assistant"
        pairs += [(START, False)] + [(t, False) for t in to_ids(m["role"]) + to_ids("\n")]
        pairs += [(t, mine) for t in to_ids(m["content"])] + [(END, mine)]
        pairs += [(t, False) for t in to_ids("\n")]
    if prompt:
        pairs += [(START, False)] + [(t, False) for t in to_ids("assistant\n")]
    for token, flag in pairs:
        ids.append(token)
        learn.append(flag)
    return ids, learn
# %% solution-stop
def cut(said, stops):
    places = [i for stop in stops for i in range(len(said) - len(stop) + 1) if said[i : i + len(stop)] == stop]
    return said[: min(places, default=len(said))]
# %% solution-top-p
def top_p(logits, p):
    out, total = torch.full_like(logits, -math.inf), 0.0
    probs = torch.softmax(logits, 0)
    for i in logits.argsort(descending=True).tolist():
        if total >= p:
            break
        out[i] = logits[i]
        total += probs[i].item()
    return out
# %% solution-encode
def encode(texts, vocabulary):
    rows = torch.nn.utils.rnn.pad_sequence(
        [torch.tensor([vocabulary.index(w) if w in vocabulary else 1 for w in t], dtype=torch.int64) for t in texts],
        batch_first=True,
    ).tolist()
    return torch.tensor(rows, device=check.device)
