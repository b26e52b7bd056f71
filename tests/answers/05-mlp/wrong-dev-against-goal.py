# because: The student compares the dev mean b with the goal; it is the train mean a that decides about underfitting.
# fails: verdicts
# batch: 1
# told: true author diagnose: underfitting judged on dev
# %% solution-diagnose
def diagnose(train, dev, goal, slack):
    mean10 = lambda c: c[-10:].mean().item()
    tr, de = mean10(train), mean10(dev)
    gap = de - tr
    if de > goal:
        return gap, "underfits"
    return gap, ("overfits" if gap > slack else "fits")
