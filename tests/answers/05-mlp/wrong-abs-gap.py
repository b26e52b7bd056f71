# because: The gap is taken as an absolute value, so that a dev loss far below the train loss is called overfitting; the gap is b - a with its sign.
# batch: 1
# told: true author diagnose: the gap without its sign
# %% solution-diagnose
def diagnose(train, dev, goal, slack):
    a = train[-10:].mean()
    b = dev[-10:].mean()
    gap = abs((b - a).item())
    if a > goal:
        return gap, "underfits"
    if gap > slack:
        return gap, "overfits"
    return gap, "fits"
