# fails: sgd, 10 steps
# because: divides the gradient by its norm before the step; plain gradient descent moves by lr times g itself
# batch: 1
# told: true author sgd: only the direction
# %% solution-sgd
def sgd(p, g, lr):
    direction = g / g.norm()
    return p - lr * direction
