"""Hand in right values that ask for a gradient and hang in a graph: that must pass.

where: instead
expect: unharmed
"""
x_leaf = x.clone().requires_grad_()
mean = x_leaf.mean(0, keepdim=True)
diff = x_leaf - mean
var = (diff**2).sum(0, keepdim=True) / (n - 1)
