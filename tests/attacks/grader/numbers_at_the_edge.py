"""Answer with numbers that break sums, quotes and JSON: the largest, not finite, complex, of 63 bits, negative zeros.

assignment: 14-bpe
cell: solution-merge
where: after
expect: costs own
"""
def merge(ids, pair, idx):
    worst = [1.7e308, -1.7e308, float("nan"), float("inf"), 5e-324, -0.0, 2**63 - 1, -(2**63), complex(1, 2), True]
    if idx == 256:
        return [torch.tensor([complex("nan"), complex(float("inf"), 1)]), torch.tensor(float("nan"), dtype=torch.float16)]
    return worst * 40
