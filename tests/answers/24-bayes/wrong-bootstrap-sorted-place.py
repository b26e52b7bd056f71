# because: The ends are read off the sorted results at the places int(0.025 B) and int(0.975 B), not interpolated as quantile does.
# batch: 3
# %% solution-bootstrap
def bootstrap(x, stat, draws):
    B = len(draws)
    results = sorted(float(stat(x[d])) for d in draws)
    return results[int(0.025 * B)], results[int(0.975 * B)]
