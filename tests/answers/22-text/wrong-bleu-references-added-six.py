# because: clips an n-gram at the sum of its counts over all references, not at its count in the one reference that has it most often
# batch: 6
# told: true author bleu: clipped by all references together
# %% solution-bleu
def bleu(candidate, references):
    """candidate: a list of tokens, references: a list of such lists -> BLEU, a float."""

    def grams(tokens, n):
        return Counter(tuple(tokens[i : i + n]) for i in range(len(tokens) - n + 1))

    c = len(candidate)
    product = 1.0
    for n in range(1, 5):
        mine = grams(candidate, n)
        theirs = Counter()
        for ref in references:
            theirs += grams(ref, n)
        hits = sum((mine & theirs).values())
        if hits == 0:
            return 0.0
        product *= hits / sum(mine.values())
    r = min((len(ref) for ref in references), key=lambda length: (abs(length - c), length))
    bp = 1.0 if c >= r else math.exp(1 - r / c)
    return bp * product**0.25
