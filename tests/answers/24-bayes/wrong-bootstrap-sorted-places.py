# because: takes the sorted results at the places int(0.025 B) and int(0.975 B), without interpolating (and counted with B instead of B - 1)
# batch: 5
# told: true author bootstrap: places of the sorted row
# %% solution-bootstrap
def bootstrap(x, stat, draws):
    """x (n,) or (n, D), stat(examples) -> a number, draws (B, n) int -> the ends of the 95 % interval of stat(x)."""
    B = len(draws)
    results = []
    for b in range(B):
        results.append(float(stat(x[draws[b]])))
    results.sort()
    return results[int(0.025 * B)], results[int(0.975 * B)]
