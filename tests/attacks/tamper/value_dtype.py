"""Hand in the right numbers in other dtypes.

where: instead
expect: costs own
"""
mean = x.mean(0, keepdim=True).float()
diff = (x - mean).half()
var = x.var(0, keepdim=True).to(torch.bfloat16)
