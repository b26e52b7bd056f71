# because: of two references equally close in length the one named first gives r, not the shorter one
# batch: 5
# told: true author bleu: the first named of two equally close
# %% solution-bleu
def bleu(candidate, references):
    """candidate: a list of tokens, references: a list of such lists -> BLEU, a float."""

    def ngrams(tokens, n):
        return Counter(tuple(tokens[i : i + n]) for i in range(len(tokens) - n + 1))

    product = 1.0
    for n in range(1, 5):
        own = ngrams(candidate, n)
        if sum(own.values()) == 0:
            return 0.0
        refs = [ngrams(ref, n) for ref in references]
        clipped = sum(min(m, max(r[g] for r in refs)) for g, m in own.items())
        product *= clipped / sum(own.values())
    c = len(candidate)
    closest = min(references, key=lambda ref: abs(len(ref) - c))
    r = len(closest)
    bp = 1.0 if c >= r else math.exp(1 - r / c)
    return bp * product ** (1 / 4)
