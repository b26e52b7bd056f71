# because: The gap is asked for first, so a model that is bad even on train and has a large gap is called overfitting; the question a > goal comes first.
# fails: verdicts
# batch: 1
# told: true author diagnose: overfitting asked first
# %% solution-diagnose
def diagnose(train, dev, goal, slack):
    a, b = float(train[-10:].mean()), float(dev[-10:].mean())
    gap = b - a
    verdict = "fits"
    if gap > slack:
        verdict = "overfits"
    elif a > goal:
        verdict = "underfits"
    return gap, verdict
