# because: Goes character by character, count by count and token by token, with plain Python where torch is usual.
# batch: 2
# %% solution-words
def words(text):
    out, inside = [], False
    for c in text.lower():
        letter = c.isalnum() or c == "'"
        if letter and inside:
            out[-1] += c
        elif not c.isspace():
            out.append(c)
        inside = letter
    return out
# %% solution-vocab
def vocab(texts, at_least):
    counts = {}
    for text in texts:
        for token in text:
            counts[token] = counts.get(token, 0) + 1
    kept = sorted(t for t, n in counts.items() if n >= at_least)
    kept.sort(key=counts.get, reverse=True)
    return ["[PAD]", "[UNK]", *kept]
# %% solution-encode
def encode(texts, vocabulary):
    from itertools import zip_longest

    def number(w):
        return 0 if w is None else vocabulary.index(w) if w in vocabulary else 1

    columns = [[number(w) for w in column] for column in zip_longest(*texts)]
    rows = [list(row) for row in zip(*columns)]
    return torch.tensor(rows, device=check.device)
# %% solution-masked-mean
def masked_mean(x, mask):
    return torch.stack([t[m].mean(0) if m.any() else t.new_zeros(t.shape[1]) for t, m in zip(x, mask)])
# %% solution-greedy
def greedy(logp, end, longest):
    said = []
    while len(said) < longest and end not in said:
        row = logp(tuple(said))
        said.append(min(range(len(row)), key=lambda v: (-row[v], v)))
    return said
# %% solution-bleu
def bleu(candidate, references):
    c = len(candidate)
    score = 1.0
    for n in range(1, 5):
        runs = [candidate[i : i + n] for i in range(c - n + 1)]
        left = {}
        for run in runs:
            key = tuple(run)
            if key not in left:
                left[key] = max(sum(ref[i : i + n] == list(run) for i in range(len(ref) - n + 1)) for ref in references)
        hits = 0
        for run in runs:
            if left[tuple(run)] > 0:
                left[tuple(run)] -= 1
                hits += 1
        if hits == 0:
            return 0.0
        score *= (hits / len(runs)) ** 0.25
    r = min(sorted(map(len, references)), key=lambda m: abs(m - c))
    return float(score * min(1.0, math.exp(1 - r / c)))
# %% solution-stop
def cut(said, stops):
    for i in range(len(said)):
        if any(said[i : i + len(stop)] == list(stop) for stop in stops):
            return said[:i]
    return list(said)
