"""Hand in right values that are not contiguous, alias each other, or are conjugate views: that must pass.

where: instead
expect: unharmed
"""
store = torch.zeros(2 * n, 2 * H, dtype=torch.float64)
store[::2, ::2] = x - x.mean(0)
diff = store[::2, ::2]
mean = (x.T.contiguous().T).mean(0, keepdim=True).repeat(1, 2)[:, :H]
var = torch.view_as_real(torch.complex(x.var(0, keepdim=True), diff[:1]))[..., 0]
