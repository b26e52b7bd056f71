# fails: bleu, a word repeated
# because: An n-gram counts as often as the candidate has it if any reference has it at all; it counts at most as often as one reference has it.
# batch: 2
# told: true author bleu: not clipped
# %% solution-bleu
def bleu(candidate, references):
    """candidate: a list of tokens, references: a list of such lists -> BLEU, a float."""
    def grams(tokens, n):
        return [tuple(tokens[i : i + n]) for i in range(len(tokens) - n + 1)]

    product = 1.0
    for n in (1, 2, 3, 4):
        mine = grams(candidate, n)
        theirs = {g for r in references for g in grams(r, n)}
        hits = sum(g in theirs for g in mine)
        if hits == 0:
            return 0.0
        product *= hits / len(mine)
    c = len(candidate)
    r = min((len(x) for x in references), key=lambda m: (abs(m - c), m))
    return (1.0 if c >= r else math.exp(1 - r / c)) * product**0.25
