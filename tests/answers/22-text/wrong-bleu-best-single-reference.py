# because: BLEU is computed against each reference alone and the largest is given, instead of n-grams clipped against all references together with the closest length
# batch: 5
# told: true author bleu: each reference alone, the best
# %% solution-bleu
def bleu(candidate, references):
    """candidate: a list of tokens, references: a list of such lists -> BLEU, a float."""
    best = 0.0
    for ref in references:
        score = 1.0
        for n in [1, 2, 3, 4]:
            a = Counter([tuple(candidate[i : i + n]) for i in range(len(candidate) - n + 1)])
            b = Counter([tuple(ref[i : i + n]) for i in range(len(ref) - n + 1)])
            total = sum(a.values())
            score *= sum((a & b).values()) / total if total > 0 else 0
        score = score**0.25
        if len(candidate) < len(ref) and candidate:
            score *= math.exp(1 - len(ref) / len(candidate))
        best = max(best, score)
    return float(best)
