# because: turns a1 into the slope in place: delta1 is right, but Task 7 then works with a spoilt a1
# batch: 6
# told: true author delta1: a1 turned into the slope
# %% solution-hidden-error
# delta1: (4, 1), the error of the hidden layer, from W2, delta2, z1
# slope of the hidden layer: a1 * (1 - a1)
slope = a1
slope *= 1 - a1
delta1 = (W2.T @ delta2) * slope
