# because: The count is divided by the number of examples only, so the result is the number of saturated outputs per example; divide by all n·H outputs.
# fails: saturation
# batch: 1
# told: true author saturation: divided by the examples
# %% solution-saturation
def saturation(h):
    count = 0
    for example in h:
        for value in example:
            if abs(value.item()) > 0.97:
                count += 1
    return count / len(h)
